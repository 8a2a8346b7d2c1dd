# covers: Emulating container types; __setitem__
# Targets of all kinds, stars, nesting, order of evaluation, errors.
a, b = 1, 2
a, b = b, a
(c, [d, *e]), f = ("x", "yz!"), 3
*g, h = range(4)
i, *j = "q"
[k, *l, m] = {"a": 1, "b": 2, "c": 3}
print(a, b, c, d, e, f, g, h, i, j, k, l, m)
x = [0, 1]
n = 0
n, x[n] = 1, 9
print(n, x)
n = y = z = [n]
print(y is z)


class Log:
    def __setitem__(self, k, v):
        print("item", k, v)
    def __setattr__(self, k, v):
        print("attr", k, v)


o = Log()
o[0], o.p, (o[1], *o.q) = 1, 2, "abc"
for o[3] in (7, 8):
    pass
with_len = {}
with_len["a"], *rest = iter([1, 2])
print(with_len, rest)


def attempt(count, value):
    try:
        if count == 0:
            () = value
        elif count == 2:
            p, q = value
        elif count == "star":
            p, *q, r = value
        elif count == "head":
            p, q, *r = value
        print("fine")
    except Exception as e:
        print(type(e).__name__, e)


def broken():
    yield 1
    raise LookupError("half way")


class Length:
    def __len__(self):
        return 2
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i


for count in (0, 2, "star", "head"):
    for value in ((), (1,), (1, 2, 3), "ab", 5, None, {1: 2}, iter([1]), broken(), Length(), range(100), 1.5, object):
        attempt(count, value)
print([*"ab", *[1], *()], (*range(3),), {*[1, 1]}, {**{1: 2}, **{1: 3}}, [*{}, *{"k": 1}])
for bad in (5, None):
    for f in (lambda: [*bad], lambda: (*bad, 1), lambda: {*bad}, lambda: {**bad}, lambda: print(*bad), lambda: print(**bad)):
        try:
            f()
        except TypeError as e:
            print(e)
