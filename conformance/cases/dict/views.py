# covers: Emulating container types
# keys, values and items are live views; keys and items are sets.
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i), type(k), type(v), type(i))
d["d"] = 4
print(list(k), list(v), list(i), list(reversed(k)), list(reversed(v)), list(reversed(i)))
print("a" in k, 1 in v, ("a", 1) in i, ("a", 2) in i, "a" in i, ("a",) in i, [] in v, ("a", 1, 2) in i)
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "z"}), sorted(i & {("a", 1)}), sorted({"a", "q"} & k), sorted({"q"} | k), type(k & k), sorted(k & "ab"), sorted([("a", 1)] | i))
print(k == {"a", "b", "c", "d"}, k == d.keys(), v == d.values(), v == v, i == d.items(), k == ["a"], k != set(), k < {"a", "b", "c", "d", "e"}, k <= k, k > {"a"}, k >= {"z"}, k.isdisjoint("xyz"), k.isdisjoint(["a"]), i > {("a", 1)})
print(k.mapping, type(k.mapping), k.mapping["a"], v.mapping == d, repr({}.keys()), {}.values(), {}.items(), bool({}.keys()))
for f in (lambda: k[0], lambda: k.add(1), lambda: hash(k), lambda: hash(v) is not None, lambda: v & {1}, lambda: k & 5, lambda: k < ["a"], lambda: [] in k, lambda: k.isdisjoint(5), lambda: type(k)(), lambda: k.__setattr__("x", 1), lambda: k.mapping.__setitem__("a", 1), lambda: next(k), lambda: k | 5, lambda: {1: []}.items() & {(1, 2)}, lambda: {1: []}.items() | set(), lambda: reversed(k).__length_hint__(), lambda: (1, []) in {1: []}.items(), lambda: sorted({1: 2}.items() - [(1, 2)])):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
it = iter(d)
print(it.__length_hint__(), next(it), it.__length_hint__(), type(it).__name__, type(iter(v)).__name__, type(iter(i)).__name__, type(reversed(d)).__name__, type(reversed(i)).__name__)
d["e"] = 5
try:
    next(it)
except RuntimeError as e:
    print(e)
it = reversed(d)
next(it)
del d["a"]
try:
    list(it)
except RuntimeError as e:
    print(e)
for key, value in list(d.items()):
    d[key] = value + 1
    if value == 3:
        del d[key]
print(d)
class D(dict):
    def keys(self):
        return ["lie"]
    def __iter__(self):
        return iter(["other lie"])
    def items(self):
        return [("item", "lie")]
x = D(real=1)
print(list(x), dict(x) if False else "", x.keys(), list(dict.keys(x)), {**{}, "n": 1}, x)
try:
    print(dict(x))
except KeyError as e:
    print(repr(e))
print(dict(D()) if False else list(dict.items(x)), list(vars(type("C", (), {})).keys())[:1])
