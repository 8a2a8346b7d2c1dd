# Rows of the two chapters on class customization. Each runs by itself after `from native import *`.

#: __str__
print(str(Text("a b")), f"{Text('x')}")
#: __repr__
print(repr(Text("a")), [Text("b")])
#: __hash__
print(hash(Text("a")))
#: __hash__ = None
try:
    hash(NotHashable())
except TypeError as e:
    print(e)
print(NotHashable.__hash__)
#: __bool__
print(bool(Text("")), bool(Text("a")))
#: name of a special method by #[pyo3(name)]
print(repr(Named()), Named().other(), hasattr(Named, "renamed"))
#: __richcmp__ with CompareOp
o = Ordered(3)
print(o == 3, o != 3, o < 4, o <= 2, o > 3, o >= 3, 3 == o, 4 > o)
#: __richcmp__ passes what it cannot read
o = Ordered(3)
print(o == "3", o != "3", o.__eq__("3"))
try:
    o < "3"
except TypeError as e:
    print(e)
#: __richcmp__ leaves no default hash
try:
    hash(Ordered(1))
    print("hashable")
except TypeError as e:
    print(e)
#: __getattr__
a = Attributes()
print(a.anything, a.log())
try:
    a.absent
except AttributeError as e:
    print(e)
#: __setattr__
a = Attributes()
a.x = 1
try:
    a.y = "text"
except TypeError as e:
    print(type(e))
print(a.log())
#: __delattr__
a = Attributes()
del a.x
print(a.log())
#: __getattribute__
a = Always()
print(a.method, a.other)
try:
    a.never
except AttributeError as e:
    print("AttributeError")
#: __call__
c = Callable()
print(c(1), c(1, 3), c(a=5, c="y"), callable(c))
try:
    c()
except TypeError as e:
    print(type(e))
#: receivers PyRef, PyRefMut and the token
g = Guarded(2)
print(repr(g), len(g), bool(g))
#: __iter__ and __next__
i = iter(Container([1, 2, 3]))
print(next(i), list(i), next(i, "end"), iter(i) is i)
#: iterable and iterator apart
c = Container([1, 2])
print(list(c), list(iter(iter(c))))
#: __await__
async def wait():
    return await Later(0)
w = wait()
print(w.send(None), w.send(None))
try:
    w.send(None)
except StopIteration as e:
    print("end", e.value)
#: __aiter__ and __anext__
async def loop():
    return [x async for x in Later(2)]
try:
    loop().send(None)
except StopIteration as e:
    print(e.value)
#: __len__
print(len(Row([1, 2])), bool(Row([])))
#: __contains__
r = Row([1, 2])
print(1 in r, 3 in r)
#: __contains__ = None
try:
    1 in NoContains()
except TypeError as e:
    print(e)
#: __getitem__
r = Row([5, 6])
print(r[1], list(r))
try:
    r["a"]
except TypeError as e:
    print(type(e))
try:
    r[9]
except IndexError as e:
    print(e)
#: __setitem__
r = Row([5, 6])
r[0] = 9
print(r.items())
#: __delitem__
r = Row([5, 6])
del r[0]
print(r.items())
#: mapping
m = Mapping()
print(len(m), m[3], m[-1])
try:
    iter(m)
except TypeError as e:
    print(e)
#: sequence
s = Sequence()
print(len(s), list(s), s[1], list(reversed(s)))
#: __concat__
print(Word("a") + "b")
try:
    Word("a") + 1
except TypeError as e:
    print("TypeError")
#: __repeat__
print(Word("a") * 3, 3 * Word("a"))
#: __inplace_concat__
w = Word("a")
w += "b"
print(w)
#: __inplace_repeat__
w = Word("a")
w *= 2
print(w)
#: __get__, __set__, __delete__
class C:
    d = Descriptor()
c = C()
c.d = 4
print(c.d, C.d)
del c.d
print(c.d)
#: __add__
n = Number()
print(n + 1)
#: __radd__
n = Number()
print(1 + n)
#: __sub__, __rsub__
n = Number()
print(n - 1, 1 - n)
#: __mul__, __rmul__
n = Number()
print(n * 1, 1 * n)
#: __matmul__, __rmatmul__
n = Number()
print(n @ 1, 1 @ n)
#: __floordiv__, __rfloordiv__
n = Number()
print(n // 1, 1 // n)
#: __truediv__, __rtruediv__
n = Number()
print(n / 1, 1 / n)
#: __divmod__, __rdivmod__
n = Number()
print(divmod(n, 1), divmod(1, n))
#: __mod__, __rmod__
n = Number()
print(n % 1, 1 % n)
#: __lshift__, __rlshift__
n = Number()
print(n << 1, 1 << n)
#: __rshift__, __rrshift__
n = Number()
print(n >> 1, 1 >> n)
#: __and__, __rand__
n = Number()
print(n & 1, 1 & n)
#: __xor__, __rxor__
n = Number()
print(n ^ 1, 1 ^ n)
#: __or__, __ror__
n = Number()
print(n | 1, 1 | n)
#: __pow__, __rpow__
n = Number()
print(n ** 1, pow(n, 2, 3), 1 ** n)
#: in-place operators
n = Number()
before = n
for operator in "+ - * @ / // % ** << >> & ^ |".split():
    exec(f"n {operator}= 2")
    print(operator, n is before, n.last())
#: unary operators
n = Number()
print(+n, -n, abs(n), ~n)
#: __index__, __int__, __float__
n = Number()
print([0, 1, 2, 3, 4, 5][n], int(n), float(n), hex(n))
#: operators pass what they cannot read
n = Number()
print(n.__add__("x"), n.__radd__("x"), n.__pow__("x"))
try:
    n + "x"
except TypeError as e:
    print(e)
#: results that the interpreter checks
for function in (str, int, float, lambda w: [][w]):
    try:
        function(Wrong())
    except TypeError as e:
        print(type(e))
#: a subclass may write the other half
class Both(Half):
    def __mul__(self, other):
        return "Both.__mul__"
print(Both() * 2)
try:
    print(2 * Both())
except TypeError as e:
    print(e)
#: #[new] and defaults
a = Account("sam")
print(a.owner, a.balance, Account("kim", balance=2).balance)
try:
    Account()
except TypeError as e:
    print(type(e))
#: signature, keyword-only, *args and **kwargs
a = Account("sam")
print(a.deposit(2), a.deposit(1, times=3), a.gather(1, 2, x=1), a.gather())
#: #[getter], #[setter], #[pyo3(get, set)]
a = Account("sam")
a.owner = "kim"
a.balance = 5
print(a.owner, a.balance)
try:
    a.balance = -1
except ValueError as e:
    print(e)
try:
    del a.balance
except AttributeError as e:
    print("AttributeError")
#: #[staticmethod], #[classattr]
print(Account.rate(3), Account("x").rate(2), Account.BANK, Account.branches)
#: __doc__ and text_signature
print(Account.deposit.__doc__, Account.described.__text_signature__)
#: dict and weakref
import weakref
a = Account("sam")
a.extra = 3
w = weakref.ref(a)
print(a.extra, a.__dict__, w() is a)
del a
print(w())
#: extends with state on both levels
s = Savings("sam", 3)
print(s.owner, s.balance, s.interest, s.grow(), s.deposit(2), isinstance(s, Account))
print([c.__name__ for c in Savings.__mro__])
#: a subclass in Python
class Mine(Savings):
    def grow(self):
        return super().grow() + 100
m = Mine("sam", 1)
print(m.grow(), m.deposit(1), m.owner)
#: enums
print(repr(Color.Red), Color.Red == Color.Red, Color.Red == Color.Green, int(Color.Green), Color.Red == 1)
#: get_all, eq, ord, hash, str
p, q = Point(1, 2), Point(1, 3)
print(p.x, p.y, p == q, p == Point(1, 2), p < q, p != q, hash(p) == hash(Point(1, 2)), str(p))
try:
    p.x = 3
except AttributeError as e:
    print("AttributeError")
#: enums with data
c, r = Shape.Circle(2.0), Shape.Rectangle(3.0)
print(type(c).__name__, Shape.Circle, c.radius, c.area(), c.grown().radius, r.height, r.grown().area())
print(isinstance(c, Shape), isinstance(c, Shape.Circle), isinstance(r, Shape.Circle), Shape.Circle.__base__ is Shape)
match c:
    case Shape.Circle(radius):
        print("matched", radius)
try:
    c.radius = 1.0
except AttributeError as e:
    print("AttributeError")
try:
    Shape()
except TypeError as e:
    print("TypeError")
#: enums with tuples
p = Shape.Pair(3, "x")
print(len(p), p[0], p[1], p._0, p._1, Shape.Pair.__match_args__)
try:
    p[2]
except IndexError as e:
    print("IndexError")
match p:
    case Shape.Pair(a, b):
        print(a, b)
#: new = "from_fields"
f = Fields(1, second="two")
print(f.first, f.second)
#: generic
print(Fields[int], Fields[int].__origin__ is Fields, Fields[int].__args__)
