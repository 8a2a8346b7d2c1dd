# covers: Emulating numeric types; Emulating container types; slice.indices; __imul__
# Sizes that cannot be are errors at once, never an abort.
import sys
M = sys.maxsize
for f in (lambda: "x" * M, lambda: b"x" * M, lambda: [0] * M, lambda: (0,) * M, lambda: "xy" * M, lambda: [0, 1] * M, lambda: (0, 1) * M, lambda: bytearray(b"x") * M, lambda: "x" * (M + 1), lambda: [0] * (M + 1), lambda: [] * (M + 1), lambda: bytes(M), lambda: bytearray(M), lambda: bytes(M + 1), lambda: "a".ljust(M), lambda: "a".center(M), lambda: "a".zfill(M), lambda: "a".rjust(M + 1), lambda: "\t".expandtabs(M), lambda: b"a".ljust(M), lambda: "%*d" % (M, 1), lambda: "%.*f" % (M, 1.0), lambda: f"{1:{M}}", lambda: f"{'a':{M}}", lambda: f"{1.5:.{M}f}", lambda: f"{1:{M + 1}}", lambda: format(1, "0" + str(M)), lambda: len(range(M + 1)), lambda: range(M + 1).index(M), lambda: "abc"[M + 1], lambda: [1][-M - 2], lambda: "abc"[: M + 1], lambda: [1, 2].pop(M + 1), lambda: [1].insert(M + 1, 2), lambda: "a".split("b", M + 1), lambda: "a".replace("a", "b", M + 1), lambda: (1).to_bytes(M), lambda: 1 << M + 1, lambda: int.from_bytes(bytes(3)), lambda: list(range(3))[M:], lambda: [0] * 5 == [0] * 5, lambda: [].__imul__(M), lambda: "".join(["a"] * 3), lambda: "a" * -M, lambda: [1] * -(M + 1), lambda: memoryview(b"abc")[M], lambda: [1].index(1, 0, M + 1), lambda: "abc".find("c", -M - 5, M + 5), lambda: round(5, M + 1), lambda: round(1.5, M), lambda: slice(M + 1, None).indices(5), lambda: "a".encode() * (M // 2)):
    try:
        r = f()
        print(r if len(repr(r)) < 60 else len(r))
    except (MemoryError, OverflowError, ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
