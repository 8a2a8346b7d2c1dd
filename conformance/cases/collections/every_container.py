# covers: Emulating container types; function.__defaults__; __missing__; __match_args__
# OrderedDict, defaultdict, Counter, namedtuple, ChainMap and the User classes: operators, copies, subclasses, errors.
import collections
from collections import *
class OD(OrderedDict): pass
class DD(defaultdict): pass
class MyC(Counter): pass
class NT(namedtuple("NT", "a b")):
    def total(self): return self.a + self.b
P = namedtuple("P", "x y z", defaults=[3])
E0 = namedtuple("E0", [])
class UD(UserDict):
    def __missing__(self, k): return "missing " + str(k)
try:
    print(OrderedDict(), OrderedDict([("a", 1)]), OrderedDict(a=1, b=2), OrderedDict({"x": 1}, y=2))
except BaseException as e: print('OrderedDict(), OrderedDict([("a", 1)]), OrderedDict(a=1, b=2), OrderedDict({"x": 1}, y=2)', type(e).__name__, e)
try:
    print(OrderedDict(1))
except BaseException as e: print('OrderedDict(1)', type(e).__name__, e)
try:
    print(OrderedDict([1]))
except BaseException as e: print('OrderedDict([1])', type(e).__name__, e)
try:
    print(OrderedDict({}, {}))
except BaseException as e: print('OrderedDict({}, {})', type(e).__name__, e)
try:
    print(OrderedDict.fromkeys("ab"), OrderedDict.fromkeys("ab", 1))
except BaseException as e: print('OrderedDict.fromkeys("ab"), OrderedDict.fromkeys("ab", 1)', type(e).__name__, e)
try:
    d = OrderedDict(a=1, b=2, c=3); d.move_to_end("a"); print(d); d.move_to_end("c", last=False); print(d); d.move_to_end("zz")
except BaseException as e: print('d = OrderedDict(a=1, b=2, c=3); d.move_to_end("a"); print(d); d.move_to_end("c", last=False); print(d); d.move_to_end("zz")', type(e).__name__, e)
try:
    d = OrderedDict(a=1, b=2, c=3); print(d.popitem(), d.popitem(last=False), d)
except BaseException as e: print('d = OrderedDict(a=1, b=2, c=3); print(d.popitem(), d.popitem(last=False), d)', type(e).__name__, e)
try:
    print(OrderedDict().popitem())
except BaseException as e: print('OrderedDict().popitem()', type(e).__name__, e)
try:
    print(OrderedDict(a=1).popitem(x=1))
except BaseException as e: print('OrderedDict(a=1).popitem(x=1)', type(e).__name__, e)
try:
    print(OrderedDict(a=1).move_to_end())
except BaseException as e: print('OrderedDict(a=1).move_to_end()', type(e).__name__, e)
try:
    d = OrderedDict(a=1); print(d.pop("a"), d.pop("z", 5)); d.pop("q")
except BaseException as e: print('d = OrderedDict(a=1); print(d.pop("a"), d.pop("z", 5)); d.pop("q")', type(e).__name__, e)
try:
    print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(a=1) != OrderedDict(a=2), OrderedDict() == 5)
except BaseException as e: print('OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(a=1) != OrderedDict(a=2), OrderedDict() == 5', type(e).__name__, e)
try:
    print(OrderedDict(a=1) | {"b": 2}, {"b": 2} | OrderedDict(a=1), type({"b": 2} | OrderedDict(a=1)))
except BaseException as e: print('OrderedDict(a=1) | {"b": 2}, {"b": 2} | OrderedDict(a=1), type({"b": 2} | OrderedDict(a=1))', type(e).__name__, e)
try:
    d = OrderedDict(a=1); d |= {"b": 2}; print(d)
except BaseException as e: print('d = OrderedDict(a=1); d |= {"b": 2}; print(d)', type(e).__name__, e)
try:
    print(OrderedDict(a=1) | 5)
except BaseException as e: print('OrderedDict(a=1) | 5', type(e).__name__, e)
try:
    d = OrderedDict(a=1); d["me"] = d; print(d)
except BaseException as e: print('d = OrderedDict(a=1); d["me"] = d; print(d)', type(e).__name__, e)
try:
    d = OrderedDict(a=1); c = d.copy(); print(c, c is d, type(OD(a=1).copy()))
except BaseException as e: print('d = OrderedDict(a=1); c = d.copy(); print(c, c is d, type(OD(a=1).copy()))', type(e).__name__, e)
try:
    d = OrderedDict(a=1); d.setdefault("b", 5); print(d, d.setdefault("a", 9))
except BaseException as e: print('d = OrderedDict(a=1); d.setdefault("b", 5); print(d, d.setdefault("a", 9))', type(e).__name__, e)
try:
    d = OrderedDict(a=1); d.update(b=2); d.clear(); print(d)
except BaseException as e: print('d = OrderedDict(a=1); d.update(b=2); d.clear(); print(d)', type(e).__name__, e)
try:
    print(hash(OrderedDict()))
except BaseException as e: print('hash(OrderedDict())', type(e).__name__, e)
try:
    print(OD(a=1), OD(), repr(OD([(1, 2)])))
except BaseException as e: print('OD(a=1), OD(), repr(OD([(1, 2)]))', type(e).__name__, e)
try:
    d = OrderedDict(); d.x = 5; print(d.x, d.__dict__)
except BaseException as e: print('d = OrderedDict(); d.x = 5; print(d.x, d.__dict__)', type(e).__name__, e)
try:
    print(OrderedDict.__name__, OrderedDict.__module__, OrderedDict, OrderedDict.__mro__)
except BaseException as e: print('OrderedDict.__name__, OrderedDict.__module__, OrderedDict, OrderedDict.__mro__', type(e).__name__, e)
try:
    print(OrderedDict(a=1) < OrderedDict(b=1))
except BaseException as e: print('OrderedDict(a=1) < OrderedDict(b=1)', type(e).__name__, e)
try:
    print(OrderedDict(a=1).__reduce__()[:2])
except BaseException as e: print('OrderedDict(a=1).__reduce__()[:2]', type(e).__name__, e)
try:
    print(defaultdict(), defaultdict(list), defaultdict(int, {"a": 1}), defaultdict(None, a=1), defaultdict(list, [(1, 2)], x=3))
except BaseException as e: print('defaultdict(), defaultdict(list), defaultdict(int, {"a": 1}), defaultdict(None, a=1), defaultdict(list, [(1, 2)], x=3)', type(e).__name__, e)
try:
    print(defaultdict(5))
except BaseException as e: print('defaultdict(5)', type(e).__name__, e)
try:
    print(defaultdict("x"))
except BaseException as e: print('defaultdict("x")', type(e).__name__, e)
try:
    print(defaultdict(list, 5))
except BaseException as e: print('defaultdict(list, 5)', type(e).__name__, e)
try:
    print(defaultdict(list, {}, {}))
except BaseException as e: print('defaultdict(list, {}, {})', type(e).__name__, e)
try:
    d = defaultdict(list); d["a"].append(1); print(d, d["b"], len(d), d.get("c"), "c" in d, d.default_factory)
except BaseException as e: print('d = defaultdict(list); d["a"].append(1); print(d, d["b"], len(d), d.get("c"), "c" in d, d.default_factory)', type(e).__name__, e)
try:
    print(defaultdict()["x"])
except BaseException as e: print('defaultdict()["x"]', type(e).__name__, e)
try:
    print(defaultdict(None)["x"])
except BaseException as e: print('defaultdict(None)["x"]', type(e).__name__, e)
try:
    d = defaultdict(lambda: 1 / 0); d["x"]
except BaseException as e: print('d = defaultdict(lambda: 1 / 0); d["x"]', type(e).__name__, e)
try:
    d = defaultdict(int); d.default_factory = None; d["x"]
except BaseException as e: print('d = defaultdict(int); d.default_factory = None; d["x"]', type(e).__name__, e)
try:
    d = defaultdict(int); d.default_factory = str; print(repr(d["x"]), d)
except BaseException as e: print('d = defaultdict(int); d.default_factory = str; print(repr(d["x"]), d)', type(e).__name__, e)
try:
    d = defaultdict(list); d["me"] = d; print(d)
except BaseException as e: print('d = defaultdict(list); d["me"] = d; print(d)', type(e).__name__, e)
try:
    print(defaultdict(list, a=[1]).copy(), type(DD(int).copy()), DD(int)["q"], DD(list, a=1))
except BaseException as e: print('defaultdict(list, a=[1]).copy(), type(DD(int).copy()), DD(int)["q"], DD(list, a=1)', type(e).__name__, e)
try:
    print(defaultdict(int, a=1) | {"b": 2}, {"b": 2} | defaultdict(int, a=1), type({"b": 2} | defaultdict(int, a=1)))
except BaseException as e: print('defaultdict(int, a=1) | {"b": 2}, {"b": 2} | defaultdict(int, a=1), type({"b": 2} | defaultdict(int, a=1))', type(e).__name__, e)
try:
    print(defaultdict(int) | 5)
except BaseException as e: print('defaultdict(int) | 5', type(e).__name__, e)
try:
    d = defaultdict(int); d |= {"a": 1}; print(d)
except BaseException as e: print('d = defaultdict(int); d |= {"a": 1}; print(d)', type(e).__name__, e)
try:
    print(defaultdict(int, a=1) == {"a": 1}, hash(defaultdict)!=0)
except BaseException as e: print('defaultdict(int, a=1) == {"a": 1}, hash(defaultdict)!=0', type(e).__name__, e)
try:
    print(hash(defaultdict()))
except BaseException as e: print('hash(defaultdict())', type(e).__name__, e)
try:
    defaultdict(int).x = 5
except BaseException as e: print('defaultdict(int).x = 5', type(e).__name__, e)
try:
    print(defaultdict().__missing__("q"))
except BaseException as e: print('defaultdict().__missing__("q")', type(e).__name__, e)
try:
    print(defaultdict(list).__reduce__()[:3])
except BaseException as e: print('defaultdict(list).__reduce__()[:3]', type(e).__name__, e)
try:
    print(defaultdict.__module__, defaultdict, defaultdict[int, str])
except BaseException as e: print('defaultdict.__module__, defaultdict, defaultdict[int, str]', type(e).__name__, e)
try:
    print(defaultdict(int, a=1) < 5)
except BaseException as e: print('defaultdict(int, a=1) < 5', type(e).__name__, e)
try:
    print(Counter(), Counter("abca"), Counter({"a": 2}), Counter(a=3, b=0), Counter([1, 1], x=5))
except BaseException as e: print('Counter(), Counter("abca"), Counter({"a": 2}), Counter(a=3, b=0), Counter([1, 1], x=5)', type(e).__name__, e)
try:
    print(Counter(5))
except BaseException as e: print('Counter(5)', type(e).__name__, e)
try:
    print(Counter("a", "b"))
except BaseException as e: print('Counter("a", "b")', type(e).__name__, e)
try:
    print(Counter("abca")["z"], Counter("abca").most_common(), Counter("abca").most_common(1), Counter("aabbc").most_common(2))
except BaseException as e: print('Counter("abca")["z"], Counter("abca").most_common(), Counter("abca").most_common(1), Counter("aabbc").most_common(2)', type(e).__name__, e)
try:
    print(list(Counter(a=2, b=-1, c=1).elements()), Counter("aab").total())
except BaseException as e: print('list(Counter(a=2, b=-1, c=1).elements()), Counter("aab").total()', type(e).__name__, e)
try:
    c = Counter("aab"); c.update("bc"); print(c); c.update({"a": 5}, z=1); print(c); c.subtract("ab"); print(c); c.subtract(a=100); print(c)
except BaseException as e: print('c = Counter("aab"); c.update("bc"); print(c); c.update({"a": 5}, z=1); print(c); c.subtract("ab"); print(c); c.subtract(a=100); print(c)', type(e).__name__, e)
try:
    print(Counter("aab") + Counter("bc"), Counter("aab") - Counter("abc"), Counter("aab") & Counter("abb"), Counter("aab") | Counter("bbc"), +Counter(a=-1, b=2), -Counter(a=-1, b=2))
except BaseException as e: print('Counter("aab") + Counter("bc"), Counter("aab") - Counter("abc"), Counter("aab") & Counter("abb"), Counter("aab") | Counter("bbc"), +Counter(a=-1, b=2), -Counter(a=-1, b=2)', type(e).__name__, e)
try:
    c = Counter("aab"); c += Counter("b"); print(c); c -= Counter("aa"); print(c); c |= Counter("zz"); print(c); c &= Counter("z"); print(c)
except BaseException as e: print('c = Counter("aab"); c += Counter("b"); print(c); c -= Counter("aa"); print(c); c |= Counter("zz"); print(c); c &= Counter("z"); print(c)', type(e).__name__, e)
try:
    print(Counter("a") + 5)
except BaseException as e: print('Counter("a") + 5', type(e).__name__, e)
try:
    print(Counter("ab") == Counter("ba"), Counter(a=0) == Counter(), Counter("a") < Counter("aa"), Counter("ab") <= Counter("ab"), Counter("aa") > Counter("a"), Counter() >= Counter("a"), Counter("a") != Counter("a"), Counter("a") == {"a": 1})
except BaseException as e: print('Counter("ab") == Counter("ba"), Counter(a=0) == Counter(), Counter("a") < Counter("aa"), Counter("ab") <= Counter("ab"), Counter("aa") > Counter("a"), Counter() >= Counter("a"), Counter("a") != Counter("a"), Counter("a") == {"a": 1}', type(e).__name__, e)
try:
    print(Counter("a") < 5)
except BaseException as e: print('Counter("a") < 5', type(e).__name__, e)
try:
    print(Counter.fromkeys("ab"))
except BaseException as e: print('Counter.fromkeys("ab")', type(e).__name__, e)
try:
    c = Counter("ab"); del c["a"]; del c["zz"]; print(c, c.copy(), type(MyC("a").copy()), MyC("aa"))
except BaseException as e: print('c = Counter("ab"); del c["a"]; del c["zz"]; print(c, c.copy(), type(MyC("a").copy()), MyC("aa"))', type(e).__name__, e)
try:
    c = Counter(a=1, b="x"); print(c)
except BaseException as e: print('c = Counter(a=1, b="x"); print(c)', type(e).__name__, e)
try:
    print(Counter(a="x").most_common(1), Counter([[1]]))
except BaseException as e: print('Counter(a="x").most_common(1), Counter([[1]])', type(e).__name__, e)
try:
    print(isinstance(Counter(), dict), Counter.__mro__, Counter.__missing__(Counter(), 5))
except BaseException as e: print('isinstance(Counter(), dict), Counter.__mro__, Counter.__missing__(Counter(), 5)', type(e).__name__, e)
try:
    c = Counter("abc"); c.pop("a"); c.clear(); print(c, dict(Counter("aa")), Counter(None))
except BaseException as e: print('c = Counter("abc"); c.pop("a"); c.clear(); print(c, dict(Counter("aa")), Counter(None))', type(e).__name__, e)
try:
    print(P(1, 2), P(1, y=2, z=5), P._fields, P._field_defaults, P(1, 2)._asdict(), P(1, 2)._replace(x=9), P._make([1, 2, 3]), P.__doc__, P(1, 2).x, P(1, 2)[1:], P(1, 2) == (1, 2, 3), P.__match_args__)
except BaseException as e: print('P(1, 2), P(1, y=2, z=5), P._fields, P._field_defaults, P(1, 2)._asdict(), P(1, 2)._replace(x=9), P._make([1, 2, 3]), P.__doc__, P(1, 2).x, P(1, 2)[1:], P(1, 2) == (1, 2, 3), P.__match_args__', type(e).__name__, e)
try:
    print(P())
except BaseException as e: print('P()', type(e).__name__, e)
try:
    print(P(1))
except BaseException as e: print('P(1)', type(e).__name__, e)
try:
    print(P(1, 2, 3, 4))
except BaseException as e: print('P(1, 2, 3, 4)', type(e).__name__, e)
try:
    print(P(1, 2, q=5))
except BaseException as e: print('P(1, 2, q=5)', type(e).__name__, e)
try:
    print(P(1, 2, x=5))
except BaseException as e: print('P(1, 2, x=5)', type(e).__name__, e)
try:
    print(P._make([1]))
except BaseException as e: print('P._make([1])', type(e).__name__, e)
try:
    print(P._make(5))
except BaseException as e: print('P._make(5)', type(e).__name__, e)
try:
    print(P(1, 2)._replace(q=1))
except BaseException as e: print('P(1, 2)._replace(q=1)', type(e).__name__, e)
try:
    P(1, 2).x = 5
except BaseException as e: print('P(1, 2).x = 5', type(e).__name__, e)
try:
    del P(1, 2).x
except BaseException as e: print('del P(1, 2).x', type(e).__name__, e)
try:
    print(P(1, 2).q)
except BaseException as e: print('P(1, 2).q', type(e).__name__, e)
try:
    print(P.x, P.x.__doc__, P.x.__get__(P(7, 8)))
except BaseException as e: print('P.x, P.x.__doc__, P.x.__get__(P(7, 8))', type(e).__name__, e)
try:
    print(P.x.__get__(5))
except BaseException as e: print('P.x.__get__(5)', type(e).__name__, e)
try:
    print(hash(P(1, 2)) == hash((1, 2, 3)), P(1, 2) < (2,), P(1, 2) + (4,), len(P(1, 2)), [*P(1, 2)], P(1, 2).count(1), P(1, 2).index(2))
except BaseException as e: print('hash(P(1, 2)) == hash((1, 2, 3)), P(1, 2) < (2,), P(1, 2) + (4,), len(P(1, 2)), [*P(1, 2)], P(1, 2).count(1), P(1, 2).index(2)', type(e).__name__, e)
try:
    print(NT(1, 2), NT(1, 2).total(), NT(a=1, b=2), NT.__mro__[1:])
except BaseException as e: print('NT(1, 2), NT(1, 2).total(), NT(a=1, b=2), NT.__mro__[1:]', type(e).__name__, e)
try:
    print(E0(), E0._fields, E0(1) if 0 else 0)
except BaseException as e: print('E0(), E0._fields, E0(1) if 0 else 0', type(e).__name__, e)
try:
    print(E0(1))
except BaseException as e: print('E0(1)', type(e).__name__, e)
try:
    print(namedtuple("1x", "a"))
except BaseException as e: print('namedtuple("1x", "a")', type(e).__name__, e)
try:
    print(namedtuple("X", "a a"))
except BaseException as e: print('namedtuple("X", "a a")', type(e).__name__, e)
try:
    print(namedtuple("X", "_a"))
except BaseException as e: print('namedtuple("X", "_a")', type(e).__name__, e)
try:
    print(namedtuple("X", "class"))
except BaseException as e: print('namedtuple("X", "class")', type(e).__name__, e)
try:
    print(namedtuple("X", "a b-c"))
except BaseException as e: print('namedtuple("X", "a b-c")', type(e).__name__, e)
try:
    print(namedtuple("X", [1]))
except BaseException as e: print('namedtuple("X", [1])', type(e).__name__, e)
try:
    print(namedtuple("X", "a", defaults=[1, 2]))
except BaseException as e: print('namedtuple("X", "a", defaults=[1, 2])', type(e).__name__, e)
try:
    print(namedtuple("X", "a class _b a", rename=True)._fields, namedtuple("X", "a, b")._fields, namedtuple("X", ("p", "q"))(1, 2), namedtuple("X", "a", module="mm").__module__)
except BaseException as e: print('namedtuple("X", "a class _b a", rename=True)._fields, namedtuple("X", "a, b")._fields, namedtuple("X", ("p", "q"))(1, 2), namedtuple("X", "a", module="mm").__module__', type(e).__name__, e)
try:
    print(namedtuple())
except BaseException as e: print('namedtuple()', type(e).__name__, e)
try:
    print(namedtuple("X", "a", True))
except BaseException as e: print('namedtuple("X", "a", True)', type(e).__name__, e)
try:
    print(namedtuple(5, "a"))
except BaseException as e: print('namedtuple(5, "a")', type(e).__name__, e)
try:
    print(P.__new__.__qualname__, P._make.__qualname__, P._replace.__qualname__, P.__repr__.__qualname__, P.__new__.__defaults__, P.__slots__)
except BaseException as e: print('P.__new__.__qualname__, P._make.__qualname__, P._replace.__qualname__, P.__repr__.__qualname__, P.__new__.__defaults__, P.__slots__', type(e).__name__, e)
try:
    print(P(1, 2).__getnewargs__(), P.__module__, P, type(P), P.__bases__)
except BaseException as e: print('P(1, 2).__getnewargs__(), P.__module__, P, type(P), P.__bases__', type(e).__name__, e)
try:
    print(P(1, 2).__dict__)
except BaseException as e: print('P(1, 2).__dict__', type(e).__name__, e)
try:
    p = P(1, 2); p.new = 3
except BaseException as e: print('p = P(1, 2); p.new = 3', type(e).__name__, e)
try:
    print(ChainMap(), ChainMap({"a": 1}, {"a": 2, "b": 3}), ChainMap({"a": 1}, {"b": 2})["b"], list(ChainMap({"a": 1}, {"b": 2})), len(ChainMap({"a": 1}, {"a": 2})))
except BaseException as e: print('ChainMap(), ChainMap({"a": 1}, {"a": 2, "b": 3}), ChainMap({"a": 1}, {"b": 2})["b"], list(ChainMap({"a": 1}, {"b": 2})), len(ChainMap({"a": 1}, {"a": 2}))', type(e).__name__, e)
try:
    print(ChainMap()["x"])
except BaseException as e: print('ChainMap()["x"]', type(e).__name__, e)
try:
    c = ChainMap({}, {"a": 1}); c["b"] = 2; print(c, c.maps, c.parents, c.new_child({"z": 1}), c.new_child(q=1)); del c["a"]
except BaseException as e: print('c = ChainMap({}, {"a": 1}); c["b"] = 2; print(c, c.maps, c.parents, c.new_child({"z": 1}), c.new_child(q=1)); del c["a"]', type(e).__name__, e)
try:
    c = ChainMap({"x": 1}); print(c.pop("x"), c.get("q", 5), "q" in c, bool(c)); c.pop("zz")
except BaseException as e: print('c = ChainMap({"x": 1}); print(c.pop("x"), c.get("q", 5), "q" in c, bool(c)); c.pop("zz")', type(e).__name__, e)
try:
    print(ChainMap().popitem())
except BaseException as e: print('ChainMap().popitem()', type(e).__name__, e)
try:
    print(ChainMap({"a": 1}) | {"b": 2}, {"b": 2} | ChainMap({"a": 1}), ChainMap({"a": 1}) == {"a": 1}, ChainMap.fromkeys("ab"), ChainMap({"a": 1}).copy())
except BaseException as e: print('ChainMap({"a": 1}) | {"b": 2}, {"b": 2} | ChainMap({"a": 1}), ChainMap({"a": 1}) == {"a": 1}, ChainMap.fromkeys("ab"), ChainMap({"a": 1}).copy()', type(e).__name__, e)
try:
    c = ChainMap({"a": 1}); c |= {"z": 1}; c.clear(); print(c, list(c.items()), list(c.values()))
except BaseException as e: print('c = ChainMap({"a": 1}); c |= {"z": 1}; c.clear(); print(c, list(c.items()), list(c.values()))', type(e).__name__, e)
try:
    print(hash(ChainMap()))
except BaseException as e: print('hash(ChainMap())', type(e).__name__, e)
try:
    print(UserDict(), UserDict({"a": 1}), UserDict(a=1)["a"], UD()["q"], len(UserDict(a=1)), UserDict(a=1) == {"a": 1}, UserDict(a=1) | {"b": 2}, {"b": 2} | UserDict(a=1), UserDict(a=1).copy(), list(UserDict(a=1)), UserDict.fromkeys("ab"), UserDict(a=1).get("z"), "a" in UserDict(a=1))
except BaseException as e: print('UserDict(), UserDict({"a": 1}), UserDict(a=1)["a"], UD()["q"], len(UserDict(a=1)), UserDict(a=1) == {"a": 1}, UserDict(a=1) | {"b": 2}, {"b": 2} | UserDict(a=1), UserDict(a=1).copy(), list(UserDict(a=1)), UserDict.fromkeys("ab"), UserDict(a=1).get("z"), "a" in UserDict(a=1)', type(e).__name__, e)
try:
    print(UserDict()["x"])
except BaseException as e: print('UserDict()["x"]', type(e).__name__, e)
try:
    d = UserDict(a=1); d |= {"b": 2}; d.update(c=3); print(d, d.pop("a"), d.data)
except BaseException as e: print('d = UserDict(a=1); d |= {"b": 2}; d.update(c=3); print(d, d.pop("a"), d.data)', type(e).__name__, e)
try:
    print(UserList([1, 2]) + [3], [0] + UserList([1]), UserList([1]) * 2, UserList([1, 2])[0], UserList([1, 2])[0:1], UserList([1]) == [1], UserList([2]) > [1], len(UserList([1])), 1 in UserList([1]), UserList((1, 2)), UserList("ab"))
except BaseException as e: print('UserList([1, 2]) + [3], [0] + UserList([1]), UserList([1]) * 2, UserList([1, 2])[0], UserList([1, 2])[0:1], UserList([1]) == [1], UserList([2]) > [1], len(UserList([1])), 1 in UserList([1]), UserList((1, 2)), UserList("ab")', type(e).__name__, e)
try:
    u = UserList([3, 1]); u.append(2); u.sort(); u += [9]; u.insert(0, 5); u.reverse(); print(u, u.pop(), u.count(1), u.index(2), u.copy(), u.data); u.remove(77)
except BaseException as e: print('u = UserList([3, 1]); u.append(2); u.sort(); u += [9]; u.insert(0, 5); u.reverse(); print(u, u.pop(), u.count(1), u.index(2), u.copy(), u.data); u.remove(77)', type(e).__name__, e)
try:
    u = UserList([1]); u *= 2; u.extend([5]); u.clear(); print(u, type(u * 2))
except BaseException as e: print('u = UserList([1]); u *= 2; u.extend([5]); u.clear(); print(u, type(u * 2))', type(e).__name__, e)
try:
    print(UserString("abc") + "d", "x" + UserString("a"), UserString("ab") * 2, UserString("abc")[1], UserString("abc") == "abc", UserString("a") < "b", len(UserString("abc")), "b" in UserString("abc"), hash(UserString("a")) == hash("a"), UserString("abc").upper(), UserString("a b").split(), UserString("abc").find("c"), str(UserString(5)), int(UserString("5")), UserString("%s") % "x", repr(UserString("a")))
except BaseException as e: print('UserString("abc") + "d", "x" + UserString("a"), UserString("ab") * 2, UserString("abc")[1], UserString("abc") == "abc", UserString("a") < "b", len(UserString("abc")), "b" in UserString("abc"), hash(UserString("a")) == hash("a"), UserString("abc").upper(), UserString("a b").split(), UserString("abc").find("c"), str(UserString(5)), int(UserString("5")), UserString("%s") % "x", repr(UserString("a"))', type(e).__name__, e)
try:
    print(UserString("abc").replace("a", UserString("z")), UserString("ab").join(["x", "y"]), UserString("a").encode(), UserString("{}").format(5), UserString("abc").startswith("a"), UserString(" a ").strip(), UserString("a").isalpha())
except BaseException as e: print('UserString("abc").replace("a", UserString("z")), UserString("ab").join(["x", "y"]), UserString("a").encode(), UserString("{}").format(5), UserString("abc").startswith("a"), UserString(" a ").strip(), UserString("a").isalpha()', type(e).__name__, e)
try:
    print(sorted(collections.__all__))
except BaseException as e: print('sorted(collections.__all__)', type(e).__name__, e)
try:
    print(collections.nope)
except BaseException as e: print('collections.nope', type(e).__name__, e)
