# covers: Emulating container types; __getitem__; __reversed__
# Iterators over lists that change under them; reversed; sorted; exhaustion is for good.
l = [1, 2, 3]
it = iter(l)
print(next(it), it.__length_hint__())
l.append(4)
print(list(it), next(it, "done"))
l.append(5)
print(next(it, "still done"), it.__length_hint__())
l = [1, 2, 3, 4]
for x in l:
    if x % 2:
        l.remove(x)
print(l)
l = [1, 2, 3]
for x in l:
    if len(l) < 8:
        l.insert(0, x)
print(l)
l = [1, 2, 3]
r = reversed(l)
print(next(r), r.__length_hint__())
l.clear()
print(list(r), r.__length_hint__(), type(r).__name__, type(it).__name__)
r = reversed([1, 2, 3])
print(r.__iter__() is r, list(r))
print([x for x in reversed("abc")], list(reversed(range(0, 10, 3))), list(reversed({1: 2, 3: 4})), list(reversed({1: 2}.items())))
for bad in (5, {1}, iter([]), (x for x in []), None):
    try:
        reversed(bad)
    except TypeError as e:
        print(e)
class Seq:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10
    def __len__(self):
        return 3
print(list(Seq()), list(reversed(Seq())), 20 in Seq(), [*Seq()], max(Seq()), sum(Seq()), type(iter(Seq())).__name__)
class StopSeq:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration
        return i
print(list(StopSeq()))
class KeySeq:
    def __getitem__(self, i):
        raise KeyError(i)
try:
    list(KeySeq())
except KeyError as e:
    print(repr(e))
class Rev:
    def __reversed__(self):
        return "anything"
print(reversed(Rev()))
class Iter:
    def __init__(self, answer):
        self.answer = answer
    def __iter__(self):
        return self.answer
for answer in (5, None, [], iter([1])):
    try:
        print(list(Iter(answer)))
    except TypeError as e:
        print(e)
class NextOnly:
    def __next__(self):
        return 1
for f in (lambda: iter(NextOnly()), lambda: next([]), lambda: next(5), lambda: iter(5), lambda: iter(5, 5), lambda: next(iter([])), lambda: next(iter([]), None), lambda: iter(), lambda: next(NextOnly())):
    try:
        print(f())
    except (TypeError, StopIteration) as e:
        print(type(e).__name__, e)
counter = iter(range(10).__iter__().__next__, 3)
print(list(counter), list(counter), type(counter).__name__)
