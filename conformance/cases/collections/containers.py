# covers: Emulating container types
# deque, defaultdict, Counter, OrderedDict, namedtuple, ChainMap.
from collections import deque, defaultdict, Counter, OrderedDict, namedtuple, ChainMap
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.pop(), d.popleft(), d, d.maxlen, d[0], d[-1], len(d), 3 in d, d.index(3), d.count(2), deque("abc") + deque("d"), deque("ab") * 2, deque([1]) < deque([2]), deque([1]) == deque([1]))
d.rotate(1); d.extend([7, 8]); d.extendleft([9]); d.reverse(); d.insert(1, "i") if False else None
print(d, list(reversed(d)), d.copy(), deque(), repr(deque([1], 5)))
d[0] = "set"
del d[1]
d.remove(9) if 9 in d else None
print(d)
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[10], lambda: d["a"], lambda: d.remove("zz"), lambda: d.index("zz"), lambda: deque(5), lambda: deque([], -1), lambda: deque([], "x"), lambda: hash(d), lambda: deque([1]) + [1], lambda: d[0:1], lambda: deque([1], 1).insert(0, 2), lambda: setattr(d, "maxlen", 3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
q = deque([1, 2, 3])
try:
    for x in q:
        q.append(x)
except RuntimeError as e:
    print(e)
dd = defaultdict(list)
dd["a"].append(1)
print(dd, dd["b"], dd.get("c"), "c" in dd, dd.default_factory, defaultdict(None, {1: 2}), dd.copy() == dd, defaultdict(lambda: 5)["x"], dd | {"z": 0})
for f in (lambda: defaultdict()["x"], lambda: defaultdict(5), lambda: defaultdict(lambda: 1 // 0)["x"]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
c = Counter("abracadabra")
print(c, c["z"], c.most_common(2), c.total(), c + Counter("aab"), c - Counter("aaaaab"), c & Counter("aaz"), c | Counter("zz"), sorted(c.elements())[:3], Counter(a=2) == Counter("aa"))
c.subtract("aaa"); c.update("zz")
print(c, +c, -Counter(a=-1), c == Counter(c), c <= c, dict(c)["z"])
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, o.popitem(last=False), o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1}, list(reversed(OrderedDict(x=1, y=2))))
P = namedtuple("P", "x y", defaults=[5])
p = P(1)
print(p, p.x, p[1], p._replace(x=9), p._asdict(), P._fields, P._make([1, 2]), p == (1, 5), P._field_defaults, P.__doc__, P.x.__doc__)
for f in (lambda: P(), lambda: P(1, 2, 3), lambda: p._replace(z=1), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "class"), lambda: namedtuple("1", "a"), lambda: setattr(p, "x", 1), lambda: namedtuple("Q", "a class a", rename=True)._fields, lambda: P._make([1, 2, 3])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["new"] = 5
print(m["a"], m["b"], sorted(m), len(m), m.maps, m.new_child({"a": 0})["a"], m.parents)
