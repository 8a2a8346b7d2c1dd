# covers: The standard type hierarchy; Emulating container types
# memoryview: what it tells, slices, writes, comparison, release.
m = memoryview(b"abcdef")
print(len(m), m[0], m[-1], bytes(m[1:3]), m.tolist(), m.readonly, m.format, m.itemsize, m.ndim, m.shape, m.strides, m.nbytes, m.contiguous, m.c_contiguous)
print(bytes(m[::-2]), m[::2].tolist(), m[::2].strides, m[::2].contiguous, m == b"abcdef", m[1:] == b"bcdef", m == "abcdef", b"abcdef" == m, m.hex(), m.tobytes(), m.obj)
data = bytearray(b"abcdef")
w = memoryview(data)
w[0] = 65
w[1:3] = b"BC"
w[::-1][0] = 90
print(data, w.readonly, w.toreadonly().readonly)
for f in (lambda: m.__setitem__(0, 1), lambda: w.__setitem__(0, 256), lambda: w.__setitem__(0, "a"), lambda: w.__setitem__(slice(0, 2), b"abc"), lambda: w.__setitem__(9, 1), lambda: w[9], lambda: w["a"], lambda: w[0, 0], lambda: memoryview("text"), lambda: memoryview(5), lambda: memoryview(), lambda: w.__delitem__(0), lambda: m + m, lambda: m < m, lambda: hash(m) == hash(b"abcdef"), lambda: hash(w), lambda: m.cast("H").tolist(), lambda: m.cast("B", (2, 3)).tolist(), lambda: m.cast("q"), lambda: m[1:].cast("c").tolist(), lambda: m.cast("b").tolist(), lambda: m.cast("z"), lambda: m[::2].cast("H"), lambda: list(m), lambda: 97 in m, lambda: list(reversed(m)), lambda: m.cast("I")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(m, memoryview), type(m).__name__, repr(m).startswith("<memory at"), bool(memoryview(b"")), m.__len__())
with memoryview(b"xyz") as inside:
    print(inside[0])
for f in (lambda: inside[0], lambda: len(inside), lambda: inside.tobytes(), lambda: inside == b"xyz", lambda: repr(inside).startswith("<released memory at"), lambda: inside.release(), lambda: inside.__enter__(), lambda: hash(inside)):
    try:
        print(f())
    except ValueError as e:
        print(e)
outer = memoryview(bytearray(b"12"))
sub = outer[1:]
outer.release()
print(sub.tolist())
try:
    class Sub(memoryview):
        pass
except TypeError as e:
    print(e)
x = memoryview(b"\1\2\3\4").cast("H")
print(x.tolist(), x.format, x.itemsize, x.shape, len(x), x[1], x == memoryview(b"\1\2\3\4"), memoryview(b"ab") == bytearray(b"ab"))
