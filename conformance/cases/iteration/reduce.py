# covers: Emulating container types
# __reduce__ and __setstate__ of the built-in iterators.
def t(mk):
    for n in (0, 1, 99):
        it = mk()
        for _ in range(n):
            try: next(it)
            except StopIteration: break
        try: r = it.__reduce__()
        except BaseException as e: r = type(e).__name__ + str(e)
        print(n, r)
        if hasattr(it, "__setstate__"):
            for st in (0, 1, -1, 100, "a", True):
                it = mk()
                try: print(st, it.__setstate__(st), list(it) if not isinstance(it, type(iter(int, 0))) else "")
                except BaseException as e: print(st, type(e).__name__, e)
class A:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i
    def __len__(s): return 3
    def __repr__(s): return "A()"
for mk in (lambda: iter([1, 2]), lambda: iter((1, 2)), lambda: reversed([1, 2]), lambda: iter("ab"), lambda: iter("éb"), lambda: iter(b"ab"), lambda: iter(bytearray(b"ab")), lambda: iter(range(2)), lambda: iter(range(5, 0, -2)), lambda: iter(range(2**70, 2**70 + 2)), lambda: iter({7, 8}), lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2, 3: 4}.values()), lambda: iter({1: 2, 3: 4}.items()), lambda: reversed({1: 2, 3: 4}), lambda: reversed({1: 2, 3: 4}.values()), lambda: reversed({1: 2, 3: 4}.items()), lambda: iter(A()), lambda: reversed(A()), lambda: iter(int, 1)):
    t(mk)
print("lazy")
for mk in (lambda: enumerate([1, 2]), lambda: enumerate([1], 2**70), lambda: zip([1, 2], "ab"), lambda: zip([1], strict=True), lambda: zip(), lambda: map(str, [1, 2]), lambda: map(max, "a", "b"), lambda: filter(None, [1, 2])):
    it = mk(); next(it, None); r = it.__reduce__(); print(r[0], len(r), len(r[1]), r[2:], [type(x).__name__ for x in r[1]])
z = zip([1], [1, 2]); z.__setstate__(True)
try: print(list(z))
except ValueError as e: print(e)
