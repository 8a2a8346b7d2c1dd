# covers: Emulating container types; __ror__
# The methods of dictionaries, construction, merging, order.
d = dict(a=1, b=2)
print(d, dict([("x", 1), ["y", 2]]), dict({"k": 1}, k=2, z=3), dict([(1, 2)], a=3), dict({}), dict(zip("ab", (1, 2))), dict(["ab", "cd"]))
print(d.get("a"), d.get("z"), d.get("z", 5), d.setdefault("a", 9), d.setdefault("c"), d.pop("c"), d.pop("z", "gone"), d)
d.update({"b": 20}, e=5)
d.update([("f", 6)])
d.update()
print(d, d.popitem(), d, len(d), "a" in d, 1 in d, list(d), d.copy() is d)
d["a"] = "changed keeps its place"
del d["b"]
d["b"] = "goes to the end"
print(d, d | {"x": 1}, {"a": 0, "q": 1} | d, d == dict(reversed(d.items())))
d |= [("g", 7)]
d |= {"a": 1}
print(d)
class Keys:
    def keys(self):
        return iter("ab")
    def __getitem__(self, key):
        return key * 2
print(dict(Keys()), {**Keys()}, {}.update(Keys()))
for f in (lambda: dict(5), lambda: dict([5]), lambda: dict([(1, 2, 3)]), lambda: dict(["abc"]), lambda: dict([("a",)]), lambda: dict(1, 2), lambda: dict([[]]), lambda: {}["x"], lambda: {}.pop("x"), lambda: {}.popitem(), lambda: {}.__delitem__(1), lambda: {}.update(5), lambda: {}.update([1]), lambda: {} | [], lambda: {}.__ior__(5), lambda: {} < {}, lambda: {} + {}, lambda: {[]: 1}, lambda: {}.get([]), lambda: [] in {}, lambda: {}.fromkeys(5), lambda: dict.fromkeys("ab"), lambda: dict.fromkeys([1, 2], []), lambda: {}.setdefault(), lambda: {}.get(), lambda: {}.pop(), lambda: {}.clear(1), lambda: {**5}, lambda: dict(**{1: 2}), lambda: dict(**5), lambda: {}.nope, lambda: {"a": 1}.a, lambda: hash({}), lambda: {(): 1}[()], lambda: {1: 2}.__getitem__(1), lambda: {}.update(None), lambda: dict({1: 2}, **{"a": 1}), lambda: {1: 1}.get(1, 2, 3), lambda: {1: 2}.get(key=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print({1: "a"} == {1.0: "a"}, {1: 2} != {1: 3}, {} == [], {1: {2: 3}} == {1: {2: 3}}, {"a": 1, "b": 2} == {"b": 2, "a": 1})
print({1: "first", True: "second", 1.0: "third"}, {**{"a": 1}, "a": 2, **{"a": 3, "b": 4}})
print({k: v for k, v in zip("abc", range(3))}, {i: i for i in range(3) if i}, {(a := i): a for i in range(2)})
class D(dict):
    pass
print(D(a=1), type(D().copy()), type(D() | {}), type({} | D()), D.fromkeys([1]), type(D.fromkeys([1])), D(a=1) == {"a": 1}, repr(D({1: D()})))
x = {1: 1}
x.update(x)
x |= x
print(x, {}.__or__(5), {}.__ror__({1: 2}), {1: 2}.__contains__(1), {1: 2}.__len__(), {1: 2}.__eq__(5), {1: 2}.__iter__().__next__())
print(x.__init__({2: 2}, a=3), x)
