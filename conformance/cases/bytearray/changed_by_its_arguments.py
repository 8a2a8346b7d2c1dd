# covers: Emulating container types; __index__
"""A bytearray that is changed while it is iterated, and by the arguments of its own methods."""

b = bytearray(b'abcd')
out = []
for i, x in enumerate(b):
    out.append(x)
    if i < 5: b.append(x + 1)
print(out)
it = iter(b)
next(it)
b.clear()
print(it.__length_hint__(), list(it), it.__reduce__())
b.extend(b'zz')
print(list(it), it.__reduce__())
it = iter(bytearray(b'abc')); it.__setstate__(2); print(next(it), it.__reduce__()); it.__setstate__(-5); print(next(it, None)); it.__setstate__(100); print(next(it, None))
class I:
    def __index__(self): b.clear(); return 65
b = bytearray(b'hello')
try: b[2] = I()
except Exception as e: print(type(e), e, b)
b = bytearray(b'hello')
b.append(I()); print(b)
b = bytearray(b'hello')
try: b.insert(I(), 66)
except Exception as e: print(type(e), e)
print(b)
b = bytearray(b'hello')
try: b.insert(0, I())
except Exception as e: print(type(e), e)
print(b)
b = bytearray(b'hello')
try: print(b.pop(I()))
except Exception as e: print(type(e), e)
b = bytearray(b'hello')
try: b[I():] = b'xy'
except Exception as e: print(type(e), e)
print(b)
b = bytearray(b'hello')
try: b.remove(I())
except Exception as e: print(type(e), e)
b = bytearray(b'hello')
try: print(b.count(I()), b.find(I()))
except Exception as e: print(type(e), e)
b = bytearray(b'hello')
def g():
    yield 1
    b.clear()
    yield 2
b.extend(g()); print(b)
b = bytearray(b'hello')
b[1:3] = g(); print(b)
b = bytearray(b'hello')
class J(bytes):
    def __buffer__(self, f):
        b.append(1)
        return memoryview(b'q')
try: print(b + J(b'a'), b)
except Exception as e: print(type(e), e)
print(b.join([J(b'a'), J(b'b')]), b)
