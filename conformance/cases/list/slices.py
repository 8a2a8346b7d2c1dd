# covers: Emulating container types; __length_hint__
# Assigning and deleting slices: sizes, steps, self-assignment, iterables that look at the list.
def show(action):
    l = list(range(10))
    try:
        action(l)
        print(l)
    except Exception as e:
        print(type(e).__name__, e, l)


def assign(index, value):
    def f(l):
        l[index] = value(l) if callable(value) else value
    show(f)


def delete(index):
    def f(l):
        del l[index]
    show(f)


assign(slice(2, 5), "ab")
assign(slice(2, 5), [])
assign(slice(5, 2), ["in"])
assign(slice(None), (1, 2))
assign(slice(100, 200), [1])
assign(slice(-100, 1), [])
assign(slice(None, None, 2), "abcde")
assign(slice(None, None, 2), "abc")
assign(slice(None, None, -1), range(10, 20))
assign(slice(8, 2, -3), "xy")
assign(slice(2, 2, 2), [])
assign(slice(None, None, 3), [])
assign(slice(1, 3), lambda l: l)
assign(slice(None, None, -1), lambda l: l)
assign(slice(0, 2), lambda l: (x for x in l))
assign(slice(0, 2), 5)
assign(slice(0, 2, 2), 5)
assign(slice(0, None, 0), [])
assign(slice("a", 2), [])
assign(slice(None, 10**30), [1])
assign(slice(-(10**30), None, 10**30), ["x"])
assign(20, 1)
assign(-1, "last")
delete(slice(2, 5))
delete(slice(None, None, 2))
delete(slice(None, None, -2))
delete(slice(8, 1, -3))
delete(slice(5, 2))
delete(slice(1, None, 4))
delete(slice(None))
delete(-1)
delete(10)
delete("x")
delete(slice(None, None, 0))
class Index:
    def __init__(self, n, l=None):
        self.n, self.l = n, l
    def __index__(self):
        if self.l is not None:
            self.l.clear()
        return self.n
l = [1, 2, 3]
print(l[Index(1)], l[Index(0):Index(2)])
l = [1, 2, 3]
print(l[Index(0, l):2], l)
l = [1, 2, 3]
l[Index(0, l):2] = [9]
print(l)
l = [1, 2, 3]
try:
    print(l[Index(0, l)])
except IndexError as e:
    print(e)
for bad in (Index("x"), Index(None), Index(1.5)):
    try:
        l[bad:]
    except TypeError as e:
        print(e)
def grow(l):
    for i in range(3):
        l.append("during")
        yield i
l = [1]
l[:] = grow(l)
print(l)
l = [1, 2]
l.extend(grow(l))
print(l)
class LieLength:
    def __len__(self):
        return 3
    def __iter__(self):
        return iter("ab")
    def __length_hint__(self):
        return 10**6
print(list(LieLength()))
class BadHint:
    def __init__(self, hint):
        self.hint = hint
    def __iter__(self):
        return iter("ab")
    def __length_hint__(self):
        return self.hint
for hint in (-1, "x", None, NotImplemented, 5):
    try:
        print(list(BadHint(hint)))
    except (ValueError, TypeError) as e:
        print(e)
