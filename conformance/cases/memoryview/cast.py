# covers: The standard type hierarchy; Emulating container types
# memoryview: formats, shapes, casts, and what each item type takes.
def t(*fs):
    for f in fs:
        try: print(f())
        except BaseException as e: print(type(e).__name__, e)
b = bytearray(range(24))
m = memoryview(b)
for fmt in "cbB?hHiIlLqQnNPefd":
    c = m.cast(fmt)
    print(fmt, c.tolist(), c.format, c.itemsize, c.shape, c.strides, c.nbytes, len(c))
    for v in (0, 1, -1, 255, 256, 65535, 1<<31, 1<<63, 1<<64, -(1<<63), 1.5, b"a", b"ab", "a", None, float("nan"), 1e300, True):
        d = memoryview(bytearray(8)).cast(fmt)
        def f():
            d[0] = v
            return d[0], d.tobytes()[:d.itemsize]
        print(fmt, repr(v), end=" ")
        t(f)
n = m.cast("B", (2, 3, 4))
print(n.tolist(), n.shape, n.strides, n.ndim, n.nbytes, n.contiguous, n.c_contiguous, n.f_contiguous, len(n), n.suboffsets)
print(n.tobytes(), n.tobytes("F"), n.tobytes("A"), n.tobytes(None), n.hex(":", 4))
t(lambda: n.tobytes("x"), lambda: n.tobytes(5), lambda: n[1,2,3], lambda: n[1,-1,-1], lambda: n[2,0,0], lambda: n[0,3,0], lambda: n[0,0,4], lambda: n[0], lambda: n[0,0], lambda: n[0,0,0,0], lambda: (n[1:].shape, n[::-1].tolist(), n[::-1].contiguous), lambda: n[:,:], lambda: n["a"], lambda: n[()], lambda: list(n), lambda: hash(n.toreadonly()) == hash(bytes(b)), lambda: 3 in n)
t(lambda: n.__setitem__((0,0,0), 99), lambda: n.__setitem__(0, 99), lambda: n.__setitem__((0,0), 99), lambda: n.__setitem__(slice(None), b""), lambda: n.__setitem__((slice(None),slice(None)), b""), lambda: n.__setitem__((9,0,0), 1), lambda: n.__setitem__((0,"a"), 1))
print(n[0,0,0], b[0])
z = memoryview(b"abcd").cast("I", ())
print(z.tolist(), z.shape, z.strides, z.ndim, z[()], z[...] is z, z.tobytes(), z.nbytes)
t(lambda: len(z), lambda: z[0], lambda: z[:], lambda: list(z), lambda: z["a"], lambda: hash(z), lambda: z == z, lambda: z == 5)
zz = memoryview(bytearray(4)).cast("I", [])
zz[()] = 7
zz[...] = 8
print(zz.obj)
t(lambda: zz.__setitem__(0, 1))
for f in (lambda: m.cast("B", 5), lambda: m.cast("B", (2.0,)), lambda: m.cast("B", (0, 24)), lambda: m.cast("B", (-1,)), lambda: m.cast("B", (1<<70,)), lambda: m.cast("B", (1<<40,1<<40)), lambda: m.cast("B", (5,)), lambda: n.cast("B", (4,6)), lambda: n.cast("B").tolist(), lambda: n.cast("B", (24,)).shape, lambda: m.cast("H").cast("I"), lambda: m.cast("H").cast("B").cast("I").tolist(), lambda: memoryview(b"").cast("I").tolist(), lambda: memoryview(b"").cast("B", (1,)), lambda: m.cast("B", [1]*65), lambda: m.cast("@H").format, lambda: m.cast("<H"), lambda: m.cast(5), lambda: m.cast(), lambda: m.cast(""), lambda: m.cast("HH"), lambda: m.cast(format="H", shape=[12]).shape, lambda: m.cast("é"), lambda: m[1:][::2].cast("B")):
    t(f)
x = memoryview(b"\1\0\2\0").cast("H")
print(x == memoryview(b"\1\2"), x == b"\1\2", x == b"\1\0\2\0", x == memoryview(b"\1\0\2\0"), x[::-1] == x, x[::-1].tolist(), x[1:].tolist(), x[::-1].tobytes(), x.hex(), hash(memoryview(b"ab")) == hash(b"ab"))
print(memoryview(b"ab").cast("c") == b"ab", memoryview(b"ab").cast("b") == b"ab", memoryview(b"\xff").cast("b") == b"\xff", memoryview(b"\1").cast("?") == b"\1")
t(lambda: hash(x), lambda: hash(memoryview(bytearray(b"x"))), lambda: x.release(), lambda: x.release(), lambda: x == x, lambda: x != x, lambda: x == b"")
h = memoryview(b"keep"); hh = hash(h); h.release(); print(hash(h) == hh)
it = iter(memoryview(b"abc"))
print(type(it).__name__, next(it), list(it), list(it), iter(it) is it)
m2 = memoryview(bytearray(b"abc")); it = iter(m2); next(it); m2.release()
t(lambda: next(it))
t(lambda: memoryview(object=b"a")[0], lambda: memoryview(objekt=b"a"), lambda: memoryview(b"a", b"b"), lambda: memoryview(memoryview(b"abc"))[1])
a = memoryview(bytearray(b"abcdef"))
a[1:4] = a[2:5]
print(a.obj)
a[::2] = b"XYZ"; print(a.obj)
a[::-1] = bytes(a); print(a.obj)
t(lambda: a.__setitem__(slice(0, 2), "ab"), lambda: a.__setitem__(slice(0, 2), 5), lambda: a.__setitem__(slice(0, 2), a.cast("c")[:2]), lambda: a.__setitem__(slice(0,2), memoryview(b"ab").cast("H")))
class I:
    def __index__(s): a.release(); return 0
t(lambda: a[I()])
print(m.obj is b, bytes(m[20:]), bytearray(m[::-8]), b"".join([m[:2], m[2:4]]))
print(sorted(n for n in dir(memoryview) if not n.startswith("_")))
