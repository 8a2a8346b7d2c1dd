# covers: The standard type hierarchy
# ours: pprint
# pprint: every container at narrow widths, recursion, underscores, order, depth, streams, subclasses.
import pprint as p, collections as c, types, io, dataclasses
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
data = {"key": ["word " * 3, (1, 2.5, None), {"nested": {3, 1, 2}, "x": frozenset("b")}, b"bytes " * 4], 5: c.OrderedDict(a=[1] * 5, b=2), (1,): c.deque(range(6), maxlen=9), None: c.Counter("hello"), "dd": c.defaultdict(list, {1: [2]}), "cm": c.ChainMap({1: 2}, {3: 4}), "ns": types.SimpleNamespace(a=1, b=[2] * 9), "mp": types.MappingProxyType({"q": 1}), "ba": bytearray(b"z" * 20), "ud": c.UserDict(a=1), "ul": c.UserList([1, 2]), "us": c.UserString("long " * 4)}
for width in (1, 10, 30, 80, 300):
    p.pprint(data, width=width)
for k in ({"indent": 4}, {"compact": True, "width": 20}, {"depth": 1}, {"depth": 2}, {"sort_dicts": False}, {"underscore_numbers": True}):
    print(p.pformat([12345678, -1234, 1e9, {"b": 1, "a": [[1, [2]]]}, list(range(12))], **k))
loop = [1]; loop.append(loop); d = {}; d["me"] = d
print(p.pformat(loop).split(" with")[0], p.isrecursive(loop), p.isreadable(loop), p.isreadable(object()), p.isreadable([1, "a"]), p.isrecursive([1]), p.saferepr({1: "x"}), "Recursion" in p.pformat(d))
for text in ("a" * 100, "word " * 20, "line\nbreak\n", "", "\u2028 x", "it's \"q\"" * 5):
    print(p.pformat(text, width=20)); print(p.pformat([text.encode()], width=20))
@dataclasses.dataclass
class D:
    first: int = 1
    second: list = dataclasses.field(default_factory=lambda: [1] * 30)
    hidden: int = dataclasses.field(default=0, repr=False)
print(p.pformat(D(), width=40))
NT = c.namedtuple("NT", "a b"); print(p.pformat([NT(1, [2] * 30)], width=30))
class L(list): pass
class Own(list):
    def __repr__(self): return "Own!"
class E(Exception):
    def __repr__(self): raise ValueError("no repr")
print(p.pformat(L([1] * 30), width=20), p.pformat(Own([1] * 30), width=20)); tr(p.pformat, E()); tr(p.pformat, 1, width=0); tr(p.pformat, 1, indent=-1); tr(p.pformat, 1, depth=0); tr(p.pformat, 1, depth="x")
s = io.StringIO(); p.PrettyPrinter(stream=s).pprint([1]); p.pp({"b": 1, "a": 2}, stream=s); print(s.getvalue())
mixed = {3: 1, "a": 2, (1, 2): 3, None: 4, 1.5: 5, b"x": 6, frozenset([1]): 7}
print(p.pformat(mixed, width=10)); print(p.pformat({1, "a", (2,)}, width=5), p.pformat(set()), p.pformat(frozenset()), p.pformat((1,)), p.pformat(()), p.pformat({}))
class Mine(p.PrettyPrinter):
    def format(self, o, context, maxlevels, level):
        return ("<int>", True, False) if isinstance(o, int) else super().format(o, context, maxlevels, level)
Mine(width=10).pprint([1, "a", {2: [3]}])
