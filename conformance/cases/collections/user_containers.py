# covers: Emulating container types; Emulating numeric types
# UserDict, UserList, UserString, ChainMap: every operator, subclasses, copies, missing keys.
from collections import UserDict, UserList, UserString, ChainMap, Counter, OrderedDict, namedtuple
import copy
def tr(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)
class D(UserDict):
    def __missing__(self, k): return "missing " + str(k)
    def __setitem__(self, k, v): super().__setitem__(k, v if isinstance(v, str) else str(v))
d = D({"a": 1}, b=2); d.update(c=3); d.setdefault("z", 9)
print(d, d["q"], d.get("q"), "q" in d, d | {"x": 1}, {"y": 0} | d, d.pop("a"), d.copy(), type(d.copy()).__name__, d == {"b": "2", "c": "3", "z": "9"}, D.fromkeys("ab", 1)); d |= {"n": 5}; print(d, len(d), list(d), d.popitem()); tr(d.pop, "zz"); tr(d.__delitem__, "zz"); tr(D, 1, 2); tr(D, 5); tr(lambda: d | 5); tr(UserDict, dict=1); tr(D().popitem)
l = UserList([3, 1, 2]); print(l + [4], [0] + l, l * 2, 2 * l, l + UserList([9]), l[1:], l[::-1], l < [4], l == [3, 1, 2], sorted(l), l.count(1), l.index(2), l.copy(), 3 in l, UserList("ab"), UserList(l) == l, l >= UserList([3])); l += (7,); l *= 1; l.sort(key=lambda x: -x); l.reverse(); l.insert(0, "x"); print(l, l.pop(), l.remove(7) if 7 in l else None); tr(lambda: l + 5); tr(l.index, "none"); tr(lambda: l["a"]); tr(lambda: UserList(5)); del l[0]; l[0:1] = [8, 9]; l.extend("z"); print(l); l.clear(); print(l, bool(l))
s = UserString("Hello"); print(s + "x", "x" + s, s * 2, s.upper(), s[1:3], s % () if False else UserString("%s-%s") % ("a", 1), s < "I", s == "Hello", hash(s) == hash("Hello"), int(UserString("12")), float(UserString("1.5")), complex(UserString("1j")), "ell" in s, UserString("l") in s, s.replace("l", UserString("L")), s.join(["a", "b"]), s.split("l"), s.center(9, "*"), s.encode(), s.find(UserString("lo")), s.removeprefix("He"), s.partition("l"), s.translate({72: "J"}), s.maketrans("a", "b"), s.zfill(7), str(s), s.data, copy.copy(s), 5 % UserString("x") if False else UserString(5), s.isalpha(), s.endswith("lo"), s.format(), UserString("{}").format(3), list(s), s.expandtabs(), s.casefold()); tr(lambda: s + 5 if False else s.index("z")); tr(lambda: s < 5); tr(lambda: "q" % s)
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m, m["a"], m["b"], len(m), list(m), m.parents, m.new_child({"c": 4}), m.new_child(k=1), m.maps, "b" in m, m.get("zz"), m | {"q": 1}, {"q": 1} | m, bool(ChainMap()), m == {"a": 1, "b": 3}, m.copy().maps[0] is m.maps[0], m.copy().maps[1] is m.maps[1], m.pop("a"), dict(m)); m["n"] = 1; tr(m.pop, "b"); tr(m.__delitem__, "b"); tr(lambda: m["zz"]); m.clear(); tr(m.popitem); print(m, ChainMap.fromkeys("ab", 0)); m |= [("k", 2)]; print(m)
class M(ChainMap):
    def __missing__(self, k): return k * 2
print(M()["x"], M().get("x", "d"), copy.copy(m), list(ChainMap({"b": 1}, {"a": 2, "b": 3})))
c = Counter("aab", c=-1); print(c + Counter("a"), c - Counter("ab"), c & Counter("aac"), c | Counter("bbc"), +c, -c, c.most_common(1), c["none"], list(c.elements()), c.total(), c == Counter(a=2, b=1, c=-1, d=0), c <= Counter("aab"), c > Counter()); c.subtract("aaa"); c.update([1, 1]); c += Counter(z=1); print(c, c.copy()); tr(Counter, 1); tr(Counter.fromkeys, "a"); tr(lambda: c + 5); tr(lambda: c < {}); tr(c.most_common, "x"); del c["nothing"]
N = namedtuple("N", "a b", defaults=[9], module="mod"); n = N(1); print(n, n._replace(b=0), N._make([1, 2]), n._asdict(), N._field_defaults, N.__module__, n == (1, 9), N.__doc__, N.a.__doc__); tr(N); tr(N, 1, 2, 3); tr(n._replace, z=1); tr(N._make, [1, 2, 3]); tr(namedtuple, "X", "a a"); tr(namedtuple, "X", "_a"); tr(namedtuple, "for", "a"); tr(namedtuple, "X", "def b", rename=True); tr(namedtuple, "X", "a", defaults=[1, 2]); print(namedtuple("R", "def a 1x a", rename=True)._fields); tr(setattr, n, "a", 1); tr(copy.replace, n, a=5)
o = OrderedDict(a=1, b=2, c=3); o.move_to_end("a"); print(o, o == OrderedDict(b=2, a=1, c=3), o == dict(a=1, b=2, c=3), list(reversed(o)), o.popitem(last=False), o | {"z": 1}, list(reversed(o.items()))); o.move_to_end("a", last=False); print(o); tr(o.move_to_end, "zz"); tr(OrderedDict().popitem); tr(o.pop, "zz"); print(o.pop("zz", "d"), o.setdefault("new"))
