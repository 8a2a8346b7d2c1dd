# covers: Emulating buffer types; __buffer__; __release_buffer__
# __buffer__ and __release_buffer__: of the built-in types, and of classes that lend a buffer.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class B:
    def __init__(s, data): s.data = data
    def __buffer__(s, flags):
        print("buffer", flags)
        return memoryview(s.data)
    def __release_buffer__(s, view):
        print("release", type(view).__name__, view.tobytes())
class Plain:
    def __buffer__(s, flags): return memoryview(b"plain")
class Bad:
    def __buffer__(s, flags): return b"x"
class Err:
    def __buffer__(s, flags): raise ValueError("no")
b = B(bytearray(b"abc"))
m = memoryview(b)
print(m.tolist(), m.readonly, len(m), type(m.obj).__name__)
m[0] = 65
print(b.data)
m.release()
print("released")
with memoryview(b) as m:
    print(bytes(m[1:]))
print("after with")
t(lambda: bytes(B(b"xyz"))); t(lambda: bytearray(B(b"xyz"))); t(lambda: bytes(Plain())); t(lambda: memoryview(Plain()).tobytes()); t(lambda: memoryview(Bad())); t(lambda: memoryview(Err())); t(lambda: bytes(Err())); t(lambda: bytearray(b"x").extend(Plain())); t(lambda: int(Plain())); t(lambda: memoryview(b"plain") == Plain())
x = bytearray(b"q")
x[:] = Plain()
print(x)
for o in (b"ab", bytearray(b"ab"), memoryview(b"ab"), memoryview(bytearray(b"ab"))):
    for f in (0, 1, 284, "a", 2**40, None):
        t(lambda: (lambda v: (type(v).__name__, v.tobytes(), v.readonly))(o.__buffer__(f)))
    t(lambda: hasattr(o, "__release_buffer__"))
a = bytearray(b"ab")
v = a.__buffer__(0)
t(lambda: a.append(1)); t(lambda: a.__release_buffer__(v)); t(lambda: a.append(1)); t(lambda: a.__release_buffer__(v)); t(lambda: a.__release_buffer__(5)); t(lambda: a.__release_buffer__(memoryview(b"")))
class C(bytearray):
    def __buffer__(s, flags):
        print("C", flags)
        return super().__buffer__(flags)
c = C(b"hello")
with memoryview(c) as m: print(m.tobytes())
t(lambda: bytes.__buffer__(b"a", 0).tobytes()); t(lambda: b"".__buffer__())
