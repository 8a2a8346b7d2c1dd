# covers: Emulating container types; __iter__
# for: else, StopIteration from __next__, classes as iterables, generators that stop, errors in the middle.
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration("end value")
        self.n -= 1
        return self.n
for x in It(2):
    print(x)
else:
    print("else")
for x in It(2):
    break
else:
    print("never")
print(x, list(It(3)), max(It(3)), sorted(It(3)), 1 in It(3), 5 in It(3), dict(zip(It(2), It(2))), [*It(2), *It(1)], ",".join(map(str, It(3))))
class Unending:
    def __getitem__(self, i): return i
print(5 in Unending(), next(iter(Unending())))
class Sub(StopIteration): pass
class StopsWithSub(It):
    def __next__(self): raise Sub
print(list(StopsWithSub(1)))
class Raises(It):
    def __next__(self):
        if self.n == 1: raise LookupError("in the middle")
        return super().__next__()
for f in (list, tuple, set, sum, max, lambda it: [x for x in it], lambda it: dict(zip(it, it)), lambda it: print(*it), lambda it: it in it, "".join, lambda it: [*it], any, lambda it: sorted(it)):
    try:
        f(Raises(3))
    except (LookupError, TypeError) as e:
        print(type(e).__name__, e)
class Meta(type):
    def __iter__(cls): return iter("class")
class C(metaclass=Meta): pass
print(list(C))
class Count:
    def __init__(self): self.calls = 0
    def __iter__(self):
        self.calls += 1
        yield from range(self.calls)
c = Count()
print(list(c), list(c), [x for x in c], c.calls)
def stopper():
    yield next(iter(()))
try:
    list(stopper())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def inner():
    raise StopIteration
try:
    print([inner() for _ in range(2)])
except StopIteration:
    print("StopIteration leaves a list comprehension")
try:
    print(list(inner() for _ in range(2)))
except RuntimeError as e:
    print(e)
print(list(map(lambda x: inner() if x else x, [0, 1, 2])))
for i, (a, *b) in enumerate(["abc", "d"]):
    print(i, a, b)
for x in []:
    pass
else:
    print("empty else")
it = iter([1, 2, 3, 4])
for x in it:
    print(x, next(it))
for target in ({},):
    for target["k"] in "ab":
        pass
    print(target)
class LenOnly:
    def __len__(self): return 3
for bad in (LenOnly(), 5, None, LenOnly, 1.5, object()):
    try:
        for x in bad: pass
    except TypeError as e:
        print(e)
i = 10
while i:
    i -= 3
    if i < 0: break
else:
    print("no")
print(i)
