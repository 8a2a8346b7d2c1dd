# covers: Emulating numeric types; Emulating container types; __setitem__; __rpow__; __iadd__; __ipow__
# x[i] += y on a tuple both changes the item and fails; __iadd__ may return anything.
t = ([1], "s", 3)
for step in range(3):
    try:
        t[step] += [2]
    except TypeError as e:
        print(e)
print(t)


class Odd:
    def __iadd__(self, other):
        return "anything at all"
    def __ipow__(self, other):
        return NotImplemented
    def __pow__(self, other, mod=None):
        return ("pow", other, mod)


class RPow:
    def __rpow__(self, other, mod=None):
        return ("rpow", type(other).__name__, mod)
    def __radd__(self, other):
        return "radd"


o = Odd()
o += 1
print(o)
o = Odd()
o **= 3
print(o)
o = 5
o **= RPow()
print(o)
o = [1]
o += (2, 3)
o += "ab"
o *= 2
print(o)
try:
    o += 5
except TypeError as e:
    print(e)
try:
    o = o + (1,)
except TypeError as e:
    print(e)
o += RPow() if False else []
print([1] + RPow())
x = [1]
try:
    x += RPow()
    print(x)
except TypeError as e:
    print(e)


class Holder:
    def __init__(self):
        self.calls = []
    def __getitem__(self, key):
        self.calls.append(("get", key))
        return 10
    def __setitem__(self, key, value):
        self.calls.append(("set", key, value))


h = Holder()
h["k"] += 5
h[1:2] -= 1
h[1, ...] *= 2
print(h.calls)


class Frozen:
    @property
    def items(self):
        return self.__dict__.setdefault("_items", [])


f = Frozen()
try:
    f.items += [1]
except AttributeError as e:
    print(e)
print(f.items)
for bad in ("t **= 2", "matmul"):
    try:
        if bad == "matmul":
            t @= 2
        else:
            t **= 2
    except TypeError as e:
        print(e)
