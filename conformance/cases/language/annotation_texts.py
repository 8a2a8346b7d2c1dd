# covers: The standard type hierarchy; function.__annotations__
# Under `from __future__ import annotations` an annotation is kept as a text, written anew by rules.
from __future__ import annotations
a: "x"
b: list[ int ]
c: (1)
d: {'a':1, **b}
e: f"x{a!r:>{w}}" "y"
f: lambda x, *y, z=1: x if y else z
g: a . b [1:2, ::3]
h: 1_000 + 0x10
i: (a, b)
j: (a,)
k: not a and b or c
l: [x for x in y if z]
m: a<b<=c
n: -x ** 2
p: None
q: b'abc'
r: 'it''s'
s: 1e10
t: 1j
u: u"kind" "rest"
v: ()
w: (a if b else c) if d else (lambda: e)
x: (lambda: 0)()
y: (a + b) * c - (d - e) ** -f ** g
z: a or (b and c) or not (d or e)
A: [*a, *b]
B: a[b, *c]
C: a[(b, c)]
D: a[b:c, d]
E: (a[:], a[::], a[1:], a[:1:2])
F: ({1, 2}, {}, {1: 2}, [], [1])
G: {k: v async for k, v in x if a if b}
H: {(a, b) for a, b in c for d in e}
I: f(x for x in y)
J: f((x for x in y), 1)
K: f(*a, b, k=1, **c)
L: (1 .real, 1.5.real, 1j.imag, (-1).x)
M: (1e999, -1e999, 1e999j, 0.1, 1e-7, 0xFFFFFFFFFFFFFFFFFF)
N: ("\n'", 'q"', "'\"", "é\ud800\x00", '')
O: f"{a}{{}}{b!s}{c:{d}.{e!r}}" f'{ {1: 2} }' "{plain}"
P: (f"{x=}", f"{x = !s:>3}", f"{(lambda: 1)}", f"{a if b else c}", f"{'q'}", f"{x:%H:%M}")
Q: a is not b not in c == d != e >= f > g in h is i
R: (~a, +a, - -a, not not a, ~(a + b), -(a ** b), (-a) ** b)
S: a @ b // c % d << e >> f & g | h ^ i
T: ((a | b) & c, a | (b & c), (a << b) << c, a << (b << c), (a ** b) ** c, a ** b ** c)
U: a.b.c(d)[e](f)(g)
V: lambda *a, **k: 0
W: lambda a, /, b=1, *, c, d=2: (a, b)
X: lambda: (yield_)
Y: (..., True, False, __debug__, None)
Z: ([a for b in c if (lambda: d)], [a for b in (c if d else e)])
def fn(x: "int", *args: *tuple[  int ], **k: 'y' | None) -> "List[ 'q' ]": pass
class Inside:
    __private: list[ __mangled ]
    other : "text" = 1
    def m(self, a: __x): return a
print(fn.__annotations__)
print(Inside.__annotations__, Inside.m.__annotations__)
for name, text in __annotations__.items():
    print(name, ascii(text))
async def waits(x: int) -> None:
    y: undefined = 1
    return y
print(waits.__annotations__)
