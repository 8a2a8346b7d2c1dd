# covers: Emulating container types; The standard type hierarchy; slice.start; slice.stop; slice.step; slice.indices; __delitem__
# Slice objects: what subscripts pass, indices(), comparison, hashing.
class Show:
    def __getitem__(self, key):
        return key
    def __setitem__(self, key, value):
        print("set", key, value)
    def __delitem__(self, key):
        print("del", key)


s = Show()
print(s[1], s[1:2], s[:], s[::], s[1:2:3], s[::-1], s["a":None], s[1, 2], s[1:2, 3], s[...], s[()], s[(1, 2)], s[1,], s[:, :, ...], s[lambda: 0] is not None, s[*[1, 2]], s[*(), 1])
s[1:2] = 5
del s[::2]
s[1, ...] = 7
x = slice(1, 10, 2)
print(x.start, x.stop, x.step, slice(5), slice(1, 2), slice(None), slice(None, "a", []))
for n in (0, 1, 5, 10, 100):
    for sl in (slice(None), slice(2, 8), slice(-3, None), slice(None, None, -1), slice(20, -20, -3), slice(-100, 100, 7), slice(3, 1), slice(10**30, -(10**30), -(10**20))):
        print(sl.indices(n), end=" ")
    print()
class I:
    def __init__(self, n):
        self.n = n
    def __index__(self):
        return self.n
for f in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(None, None, 0).indices(5), lambda: x.indices(-1), lambda: x.indices("a"), lambda: slice("a").indices(5), lambda: slice(1.0, 2).indices(5), lambda: x.__setattr__("start", 5), lambda: slice(I(1), I(3)).indices(I(10)), lambda: slice(1, 2) == slice(1, 2, None), lambda: slice(1) == slice(None, 1), lambda: slice(1, 2) < slice(1, 3), lambda: slice(1) < 5, lambda: hash(slice(1, 2)) == hash(slice(1, 2)), lambda: hash(slice([])), lambda: {slice(1): "key"}[slice(1)], lambda: slice(1)(), lambda: slice(1, None) < slice(1, 2), lambda: slice(x=1), lambda: x.indices(10**30), lambda: [1, 2, 3][slice(I(1), None)], lambda: "abc"[I(-1)], lambda: (1, 2)[slice(None, I("x"))], lambda: slice(nan := float("nan")) == slice(nan), lambda: x.nope, lambda: slice(1) is slice(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    class Sub(slice):
        pass
except TypeError as e:
    print(e)
print(repr(slice("it's", 1.5)), isinstance(x, slice), slice.__hash__ is None, slice(slice(1), slice(2)), type(x.__reduce__()).__name__)
