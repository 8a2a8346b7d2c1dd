# Rows that PyO3 0.30 has not, or has otherwise: what stands there is what is printed.

#: IterNextOutput
# PyO3 has it no longer.
def outer():
    return (yield from Counting(2))
g = outer()
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)
#: IterANextOutput
# PyO3 has it no longer.
async def loop():
    return [x async for x in CountingLater(2)]
try:
    loop().send(None)
except StopIteration as e:
    print(e.value)
#: __getbuffer__ and __releasebuffer__
# PyO3 takes a raw pointer; here bytes are lent by a guard.
l = Lender(b"abc")
with memoryview(l) as view:
    view[0] = 120
    print(bytes(view), l.lent())
    try:
        l.grow()
    except BufferError as e:
        print(e)
print(l.lent(), l.grow(), bytes(l))
#: __traverse__ and __clear__
# The row needs a collection that can be counted.
import gc, weakref
t = Traced()
t.hold(t)
w = weakref.ref(t)
del t
print(w() is None, gc.collect() > 0, w() is None)
#: tracing by itself
# PyO3 has it not.
import gc, weakref
t = Derived()
t.hold([t])
w = weakref.ref(t)
del t
gc.collect()
print(w())
#: __del__
# PyO3 runs it only in subclasses in Python.
log = []
d = Dying(log)
del d
print(log)
#: __init_subclass__, __class_getitem__, __set_name__
# PyO3 gives class methods no class before 0.15, and __set_name__ is an ordinary method in both.
class Sub(Hooks):
    pass
print(Hooks.subclasses(), Hooks[3])
class D:
    field = Hooks()
print(D.field.name())
#: a conflict of borrows
# PyO3 names neither class nor method.
g = Borrowing()
try:
    g.twice(lambda: g.twice(None))
except RuntimeError as e:
    print(e)
print(g.twice(None))
#: why an operator passed
# PyO3 drops the reason.
try:
    Number() + "x"
except TypeError as e:
    print(e, e.__notes__)
#: arguments are named
# The same as in PyO3, but for the class that messages name.
try:
    Row("x")
except TypeError as e:
    print(e)
try:
    Row([1])["x"]
except TypeError as e:
    print(e)
#: extends list, dict, int, str and exceptions
# PyO3 extends no variable-sized class.
s = Stack("tag", [1, 2])
s.append(3)
print(s, len(s), s.tag(), isinstance(s, list), sorted(Stack("x", [2, 1])))
e = Failure("broken")
try:
    raise e
except ValueError as caught:
    print(caught.args, caught.code(), str(caught))
i = Id(41)
print(i + 1, i.marked(), i == 41)
#: both halves of operators are inherited
# PyO3 loses an inherited __rmul__ if a subclass writes __mul__.
class Both(Half):
    def __mul__(self, other):
        return "Both.__mul__"
print(Both() * 2, 2 * Both())
#: pyproto: PyObjectProtocol
# PyO3 has it no longer, nor the protocols below.
p = Proto(5)
print(p.name, str(p), repr(p), hash(p), p == Proto(5), p < Proto(6), bool(Proto(0)))
p.x = 1
del p.x
print(p.log())
#: pyproto: PyNumberProtocol
p = Proto(5)
print(p + Proto(2), p - Proto(1), 3 + p, -p, int(p), float(p), p.__add__("x"))
p += Proto(1)
print(p.log())
#: pyproto: PySequenceProtocol
s = ProtoSequence()
print(len(s), s[0], s[-1], list(s), 5 in s, s + s, s * 2)
s[1] = 50
del s[0]
print(s.log())
s += s
s *= 2
print(s)
#: pyproto: PyMappingProtocol
m = ProtoMapping()
m["a"] = 1
print(len(m), m["a"])
del m["a"]
try:
    m["a"]
except KeyError as e:
    print(repr(e))
#: pyproto: PyDescrProtocol
class C:
    d = ProtoDescriptor()
c = C()
c.d = 3
print(c.d)
#: pyproto: PyIterProtocol
print(list(ProtoIter(3)))
#: pyproto: PyAsyncProtocol
async def wait():
    return await ProtoIter(2)
w = wait()
print(w.send(None), w.send(None))
#: pyproto: PyGCProtocol
import gc, weakref
t = ProtoTraced()
t.hold(t)
w = weakref.ref(t)
del t
gc.collect()
print(w())
#: pyproto: PyBufferProtocol
print(bytes(ProtoBuffer()))
