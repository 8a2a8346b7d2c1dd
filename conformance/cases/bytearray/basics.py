# covers: The standard type hierarchy; Emulating container types
# bytearray: everything that changes it.
b = bytearray(b"hello")
b[0] = 72
b[-1:] = b"p!"
b[1:3] = []
b += b" more"
b.append(33)
b.extend([1, 2])
b.insert(0, 65)
print(b, len(b), b.pop(), b.pop(0), b)
b.remove(33)
b.reverse()
print(b, b.copy() is b, b == b.copy())
del b[0]
del b[::2]
print(b)
b[::2] = b"xyz"[: len(b[::2])]
print(b)
b *= 2
b.clear()
print(b, bool(b))
b = bytearray(b"abc")
for f in (lambda: b.__setitem__(0, 256), lambda: b.__setitem__(0, "x"), lambda: b.__setitem__(5, 1), lambda: b.__setitem__(slice(0, 2, 2), b"xyz"), lambda: b.__setitem__(slice(0, 1), "text"), lambda: b.__setitem__(slice(0, 1), 5), lambda: b.append(256), lambda: b.append("a"), lambda: b.extend("abc"), lambda: b.extend(5), lambda: b.extend([300]), lambda: b.remove(300), lambda: b.remove(0), lambda: b.pop(10), lambda: bytearray().pop(), lambda: b.insert("x", 1), lambda: hash(b), lambda: b + "x", lambda: b.__delitem__(9), lambda: b.__iadd__("x"), lambda: bytearray("x"), lambda: bytearray(-1), lambda: bytearray([256]), lambda: b[1.5], lambda: bytearray(10**18)):
    try:
        f()
        print("fine", b)
    except (TypeError, ValueError, IndexError, OverflowError, MemoryError, BufferError) as e:
        print(type(e).__name__, e)
print(b, bytearray(), bytearray(3), bytearray("é", "latin-1"), bytearray(b"'\""), repr(bytearray(b"\xff")), str(bytearray(b"s")))
view = memoryview(b)
for f in (lambda: b.append(1), lambda: b.extend(b"x"), lambda: b.clear(), lambda: b.__delitem__(0), lambda: b.__iadd__(b"x"), lambda: b.pop()):
    try:
        f()
    except BufferError as e:
        print(e)
b[0] = 90
view[1] = 89
print(b, bytes(view))
view.release()
b.append(1)
print(b)
it = iter(bytearray(b"ab"))
print(next(it), list(it), bytearray(b"ab") < b"b", bytearray(b"a") + b"b", b"a" + bytearray(b"b"), bytearray(b"a,b").split(b","), bytearray(b"ab").upper(), bytearray(b"ab").decode(), bytearray(b"%d") % 3, bytearray.fromhex("6162"))
a = bytearray(b"x")
c = a
c += b"y"
print(a, a is c, a.__alloc__() > 0)
grow = bytearray(b"ab")
for i, byte in enumerate(grow):
    if i < 4:
        grow.append(byte + 1)
print(grow)
