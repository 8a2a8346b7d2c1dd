# covers: Emulating container types; The standard type hierarchy; __len__
# Built-in functions on containers that change, lie about their length or are iterated by items.
def t(f, *a):
    try: r = f(*a)
    except BaseException as e: r = type(e).__name__ + ": " + str(e)
    try: print(repr(r))
    except BaseException as e: print("repr", type(e).__name__, e)
def it(c, act):
    def f():
        out = []
        for i, x in enumerate(c):
            out.append(x)
            act(c, x)
            if i > 20: break
        return out
    return f
t(it([1, 2, 3], lambda c, x: c.append(x) if len(c) < 8 else None)); t(it([1, 2, 3, 4], lambda c, x: c.remove(x))); t(it([1, 2, 3, 4], lambda c, x: c.clear())); t(it([1, 2, 3, 4], lambda c, x: c.insert(0, 9)))
t(it({1: 1, 2: 2}, lambda c, x: c.pop(x))); t(it({1: 1, 2: 2}, lambda c, x: c.__setitem__(x, 5))); t(it({1: 1}, lambda c, x: c.__setitem__(x + 1, 5))); t(it({1: 1, 2: 2, 3: 3}, lambda c, x: (c.pop(x), c.__setitem__(x, 1))))
t(it({1, 2, 3}, lambda c, x: c.discard(x))); t(it({1, 2, 3}, lambda c, x: c.add(x + 100))); t(it({1}, lambda c, x: (c.discard(x), c.add(x))))
t(it(bytearray(b"abc"), lambda c, x: c.append(x) if len(c) < 6 else None)); t(it(bytearray(b"abc"), lambda c, x: c.pop()))
def items(d):
    out = []
    for k, v in d.items():
        out.append((k, v)); d[k] = v + 1
    return out, d
t(lambda: items({1: 1, 2: 2}))
# weird protocol
class L:
    def __len__(s): return -1
class L2:
    def __len__(s): return "x"
class L3:
    def __len__(s): return 2**70
class L4:
    def __len__(s): raise ValueError("len")
class L5:
    def __len__(s): return True
for c in (L, L2, L3, L4, L5): t(lambda: len(c())); t(lambda: bool(c())); t(lambda: list(c()))
class H:
    def __init__(s, h): s.h = h
    def __length_hint__(s): return s.h
    def __iter__(s): return iter([1, 2])
for h in (5, -1, "x", None, NotImplemented, 2**70, 1.5, True): t(lambda: list(H(h))); t(lambda: [*H(h)]); t(lambda: tuple(H(h))); t(lambda: bytearray(H(h))); t(lambda: bytes(H(h)))
class G:
    def __getitem__(s, i):
        if i == 3: raise StopIteration
        return i * 10
t(lambda: list(G())); t(lambda: 20 in G()); t(lambda: max(G())); t(lambda: [*G()]); t(lambda: dict.fromkeys(G())); t(lambda: sum(G())); t(lambda: list(reversed(G()))); t(lambda: (lambda a, b, c: (a, b, c))(*G())); t(lambda: sorted(G(), reverse=True)); t(lambda: list(zip(G(), G()))); t(lambda: iter(G()).__next__()); t(lambda: len(G())); t(lambda: G()["a"]); t(lambda: G()[1:2])
class It:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 3: raise StopIteration("end")
        return s.n
t(lambda: list(It())); t(lambda: [x for x in It()]); t(lambda: 2 in It()); t(lambda: tuple(It())); t(lambda: set(It())); t(lambda: "".join(map(str, It()))); t(lambda: bytes(It())); t(lambda: next(It())); t(lambda: list(enumerate(It(), 5))); t(lambda: any(x > 2 for x in It())); t(lambda: dict(zip("abc", It()))); t(lambda: min(It(), default=0)); t(lambda: max([], default="d")); t(lambda: max()); t(lambda: max(1)); t(lambda: max(1, "a")); t(lambda: max(1, 2, key=lambda x: -x)); t(lambda: max([1], [2], default=3)); t(lambda: min("abc", key=None)); t(lambda: sum("ab", "")); t(lambda: sum([b"a"], b"")); t(lambda: sum([[1]], [])); t(lambda: sum([1.5, 2, True])); t(lambda: sum([0.1] * 10)); t(lambda: sum([1e100, 1, -1e100])); t(lambda: sum([1, 1.5, 2j])); t(lambda: sum([], start=5)); t(lambda: sum([2**62, 2**62, 2**62])); t(lambda: sum(5)); t(lambda: sum([1, "a"])); t(lambda: sum([float("inf"), float("-inf")])); t(lambda: all([])); t(lambda: any([])); t(lambda: all([1, 0])); t(lambda: abs("a")); t(lambda: divmod(5, "a")); t(lambda: pow(2, "a")); t(lambda: pow(2, 3, "a")); t(lambda: pow("a", 2, 3)); t(lambda: round("a")); t(lambda: round(2.5)); t(lambda: round(-3.5)); t(lambda: round(1234, -2)); t(lambda: round(1250, -2)); t(lambda: round(1.5, ndigits=0)); t(lambda: round(number=2.567, ndigits=2)); t(lambda: ord("ab")); t(lambda: ord("")); t(lambda: ord(b"a")); t(lambda: ord(b"ab")); t(lambda: ord(5)); t(lambda: chr(-1)); t(lambda: chr(0x110000)); t(lambda: chr(2**70)); t(lambda: chr("a")); t(lambda: chr(True)); t(lambda: hex("a")); t(lambda: bin(1.5)); t(lambda: oct(-8)); t(lambda: ascii("é\U0001F600\ud800")); t(lambda: hash([])); t(lambda: hash({})); t(lambda: hash(({},))); t(lambda: callable(len)); t(lambda: iter(5)); t(lambda: iter(5, 6)); t(lambda: next(5)); t(lambda: next(iter([]))); t(lambda: next(iter([]), "d")); t(lambda: iter()); t(lambda: next()); t(lambda: reversed(5)); t(lambda: reversed({1})); t(lambda: list(reversed({1: 2}))); t(lambda: zip(1)); t(lambda: zip([1], 2)); t(lambda: list(zip([1, 2], [3], strict=True))); t(lambda: list(zip([1], [3, 4], strict=True))); t(lambda: map(1)); t(lambda: list(map(1, [2]))); t(lambda: list(map(None, [1]))); t(lambda: list(filter(None, [0, 1, "", "a"]))); t(lambda: list(filter(5, [1]))); t(lambda: filter(None)); t(lambda: enumerate()); t(lambda: list(enumerate("ab", start=-1))); t(lambda: enumerate("a", "b")); t(lambda: isinstance(1, "a")); t(lambda: isinstance(1, (str, (int,)))); t(lambda: issubclass(1, int)); t(lambda: issubclass(int, (str, 5))); t(lambda: isinstance(True, int | str)); t(lambda: id(1) == id(1)); t(lambda: format(5, 5)); t(lambda: format(5, "", 1)); t(lambda: print(1, sep=5)); t(lambda: print(1, end=5)); t(lambda: print(1, foo=5)); t(lambda: print(1, sep=None, end=None)); t(lambda: print()); t(lambda: sorted([1], key=5)); t(lambda: len(5)); t(lambda: len()); t(lambda: len([], [])); t(lambda: bool(1, 2)); t(lambda: bool(x=1)); t(lambda: type(5, (), {})); t(lambda: object(1)); t(lambda: object.__new__(object, 1)); t(lambda: vars(5)); t(lambda: dir(5)[:1]); t(lambda: getattr(5, 5)); t(lambda: getattr(5, "x")); t(lambda: getattr(5, "x", 1)); t(lambda: setattr(5, "x", 1)); t(lambda: delattr(5, "real")); t(lambda: hasattr(5, 5))
