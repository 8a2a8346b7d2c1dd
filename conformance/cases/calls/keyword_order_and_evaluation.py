# covers: Emulating callable objects
# The order in which callee, arguments and keywords are evaluated, and how they merge.
def t(x):
    print(x, end=" ")
    return x
def f(*args, **kwargs): return args, kwargs
print(f(t(1), *[t(2)], t(3), k=t(4), *t((5,)), **{t("a"): t(6)}, z=t(7)))
print(f(*(), **{}), f(*"ab", *[1], **{"x": 1}, **{"y": 2}), f(**{"not ident": 1}), f(k=1, *[2]))
class K:
    def keys(self):
        return ["k1", "k2"]
    def __getitem__(self, key):
        return key.upper()
print(f(**K()))
def order(a=t("default a"), *, b=t("default b")) -> t("annotation"):
    return a, b
print(order(), order(b=1))
for call in (lambda: f(**{"a": 1}, a=2), lambda: f(a=1, **{"a": 2}), lambda: f(**K(), k1=3), lambda: f(**{1: 2}), lambda: f(*5), lambda: f(**[1]), lambda: f(*None), lambda: f(**None), lambda: f(t(1), undefined, t(2)), lambda: t("callee") and None(t("argument")), lambda: "x".join(*[["a", "b"]]), lambda: dict(**{"a": 1}, **{"a": 2})):
    try:
        print(call())
    except (TypeError, NameError) as e:
        print(type(e).__name__, e)
x = [0]
def change(i):
    x[0] += i
    return x[0]
print(f(change(1), change(10), k=change(100)), {change(1): change(10)}, [change(0), *[change(1)]], (change(0), change(1)))
a = [1, 2, 3]
i = 0
i, a[i] = 1, "set at the new i"
print(a)
def swap():
    a[t(0)], a[t(1)] = t("v0"), t("v1")
swap()
print(a, t(1) if t(0) else t(2), t(0) or t("") or t("last"), t(1) and t(0) and t("never"))
d = {}
d[t("key")] = t("value")
t(d)[t("k2")] = t("v2")
del t(d)[t("key")]
print(d, t(5) + t(6) * t(7), t(1) < t(2) < t(0) < t(9))
