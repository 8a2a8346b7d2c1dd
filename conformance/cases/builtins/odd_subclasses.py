# covers: Emulating numeric types; Emulating container types; __contains__; __add__; __mod__; __index__
# Recursive containers, sorting by odd keys, and subclasses of int and str that override everything.
def t(f, *a):
    try: r = f(*a)
    except BaseException as e: r = type(e).__name__ + ": " + str(e)
    try: print(repr(r))
    except BaseException as e: print("repr", type(e).__name__, e)
l = []; l.append(l); t(lambda: l); t(lambda: l == l); m = []; m.append(m); t(lambda: l == m); t(lambda: l < m); t(lambda: str(l)); t(lambda: hash((l,)))
d = {}; d[1] = d; t(lambda: d); t(lambda: d == {1: d}); e = {}; e[1] = e; t(lambda: d == e)
x = (l, d); t(lambda: x); t(lambda: [x, {1: x}])
fs = frozenset([1]); t(lambda: {fs: 1}[frozenset([1])])
# sort
class K:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __repr__(s): return "K%s" % s.v
t(lambda: sorted([K(3), K(1), K(2)])); t(lambda: sorted([K(1), 2])); t(lambda: sorted([3, 1, 2], key=lambda x: K(-x)))
big = [(i * 7919) % 1000 for i in range(1000)]
t(lambda: sorted(big) == list(range(1000))); t(lambda: sorted(big, reverse=True)[:5]); t(lambda: sorted(range(10), key=lambda x: x % 3)); t(lambda: sorted(range(10), key=lambda x: x % 3, reverse=True))
def mut(l):
    def k(x):
        l.append(1); return x
    l.sort(key=k)
l = [3, 1, 2]; t(lambda: mut(l)); print(l)
class Bad:
    def __lt__(s, o): raise ValueError("lt")
b = [Bad(), 1, Bad()]; t(lambda: b.sort()); print(len(b))
class Cnt:
    n = 0
    def __init__(s, v): s.v = v
    def __lt__(s, o): Cnt.n += 1; return s.v < o.v
for arr in ([1,2,3,4,5], [5,4,3,2,1], [1,3,2,5,4,7,6], [1]*10, list(range(100)), big[:100]):
    Cnt.n = 0; sorted(map(Cnt, arr)); print(Cnt.n, end=" ")
    Cnt.n = 0; sorted(map(Cnt, arr), reverse=True); print(Cnt.n, end=" ")
    Cnt.n = 0; min(map(Cnt, arr)); print(Cnt.n)
t(lambda: sorted([1.5, float("nan"), 0.5, 3, float("nan"), 1])); t(lambda: sorted(["b", "a", "é", "Z"])); t(lambda: sorted([(1, "b"), (1, "a"), (0, "z")])); t(lambda: sorted([[2], [1, 2], []])); t(lambda: sorted([True, 0, 2**70, -1.5])); t(lambda: sorted([b"b", b"a"])); t(lambda: sorted([None, 1])); t(lambda: sorted([1j, 2])); t(lambda: sorted({3: 1, 1: 2}.items())); t(lambda: sorted([{1}, {1, 2}, set()]))
# subclass results
class I(int):
    def __add__(s, o): return "I+"
    def __radd__(s, o): return "+I"
    def __repr__(s): return "I()"
    def __str__(s): return "Istr"
    def __index__(s): return 99
    def __int__(s): return 98
    def __float__(s): return 97.0
    def __bool__(s): return False
    def __hash__(s): return 5
    def __eq__(s, o): return True
i = I(7)
for f in (lambda: i + 1, lambda: 1 + i, lambda: i * 2, lambda: i - i, lambda: repr(i), lambda: str(i), lambda: f"{i}", lambda: f"{i!r}", lambda: "%d" % i, lambda: "%s" % i, lambda: "%x" % i, lambda: format(i, "d"), lambda: format(i, ""), lambda: int(i), lambda: float(i), lambda: complex(i), lambda: bool(i), lambda: hex(i), lambda: bin(i), lambda: [0] * i, lambda: "ab"[i], lambda: range(i), lambda: hash(i), lambda: i == 3, lambda: 3 == i, lambda: {7: "seven"}.get(i), lambda: [1, 2].index(i), lambda: round(i), lambda: abs(i), lambda: -i, lambda: divmod(i, 2), lambda: pow(i, 2), lambda: chr(i), lambda: bytes([i]), lambda: bytes(i), lambda: i.to_bytes(1), lambda: sum([i, i]), lambda: sum([1, i]), lambda: max(i, 3), lambda: i.bit_length(), lambda: i.real, lambda: type(i.real), lambda: type(i + 0), lambda: isinstance(i, int), lambda: "x" * i, lambda: [1, 2, 3][:i], lambda: 1 << i, lambda: i.__index__(), lambda: memoryview(b"x" * 120)[i], lambda: 5 in range(i), lambda: i in range(10), lambda: range(10).index(i)): t(f)
class S(str):
    def __str__(s): return "Sstr"
    def __repr__(s): return "Srepr"
    def __len__(s): return 99
    def __iter__(s): return iter("xyz")
    def __getitem__(s, k): return "got"
    def __eq__(s, o): return False
    def __hash__(s): return 1
    def __add__(s, o): return "S+"
    def __contains__(s, o): return True
    def __format__(s, f): return "Sfmt"
    def __mod__(s, o): return "Smod"
    def __radd__(s, o): return "+S"
s = S("abc")
for f in (lambda: str(s), lambda: repr(s), lambda: f"{s}", lambda: f"{s!s}", lambda: "%s" % s, lambda: "%r" % s, lambda: format(s, "5"), lambda: "{}".format(s), lambda: len(s), lambda: list(s), lambda: s[0], lambda: s == "abc", lambda: "abc" == s, lambda: s + "x", lambda: "x" + s, lambda: "q" in s, lambda: s in "xabcx", lambda: "".join([s, s]), lambda: ",".join(s), lambda: s.upper(), lambda: s.join("xy"), lambda: "xabcx".replace(s, "-"), lambda: "xabcx".split(s), lambda: "xabcx".find(s), lambda: s.encode(), lambda: int(S("12")), lambda: float(S("1.5")), lambda: s % 1, lambda: sorted([S("b"), S("a")]), lambda: {s: 1}.get("abc"), lambda: {"abc": 1}.get(s), lambda: s is str(s), lambda: type(s[:]), lambda: type(str.__str__(s)), lambda: str.__add__(s, "z"), lambda: s * 2, lambda: getattr(object(), s, "dflt"), lambda: s.strip() , lambda: type(s.strip()), lambda: type(S("").strip()), lambda: type(S("abc").lower()), lambda: str.__len__(s), lambda: ord(S("a")), lambda: s.startswith(s), lambda: min(s), lambda: dict([(s, 1)]), lambda: eval if 0 else 1, lambda: "abc".__eq__(s), lambda: s < "b", lambda: s.partition("b"), lambda: [type(p) for p in s.partition("z")], lambda: s.title(), lambda: s.__class__): t(f)
