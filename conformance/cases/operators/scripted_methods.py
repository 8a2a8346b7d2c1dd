# covers: Emulating numeric types; Basic customization; Emulating container types; __init__; __lt__; __gt__; __getitem__; __add__
"""Scripted special methods that instructions call: what they answer, raise and pass on."""

class V:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        if not isinstance(o, V): return NotImplemented
        return V(self.x + o.x)
    def __radd__(self, o): return V(o + self.x)
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __hash__(self): return hash(self.x)
    def __getitem__(self, k): return (self.x, k)
    @property
    def p(self): return self.x * 2
    @property
    def bad(self): raise AttributeError('nope')
    def __repr__(self): return f'V({self.x})'
a, b = V(1), V(2)
print(a + b, 3 + a, a == b, a == V(1), a < b, b < a, a[5], a['k'], a.p)
try: a + 3.5
except TypeError as e: print(e)
try: a += 's'
except TypeError as e: print(e)
a += b; print(a)
try: a.bad
except AttributeError as e: print(e, e.name, e.obj is a)
if a == V(3): print('yes')
if not (a < b): print('not less')
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print([x for x in It(3)], [i for i in (y*y for y in range(4))])


class Index:
    def __init__(self, n): self.n = n
    def __getitem__(self, key):
        if key == self.n: raise IndexError(key)
        return key * 2

print(list(Index(3)), [x for x in Index(2)])
for x in Index(2): print(x)


class Deep:
    """Recursion through operators ends in RecursionError, not in the host's stack."""
    def __add__(self, other): return self + other
    def __lt__(self, other): return self < other
    def __getitem__(self, key): return self[key]
    @property
    def again(self): return self.again

for act in (lambda d: d + 1, lambda d: d < 1, lambda d: d[0], lambda d: d.again):
    try:
        act(Deep())
    except RecursionError as error:
        print(type(error).__name__)


class Changing:
    """The class changes while its own method runs."""
    def __add__(self, other):
        Changing.__add__ = lambda self, other: 'second'
        return 'first'

c = Changing()
print(c + 1, c + 1)


class Base:
    def __add__(self, other): return 'Base.__add__'
    def __radd__(self, other): return 'Base.__radd__'
    def __lt__(self, other): return 'Base.__lt__'
    def __gt__(self, other): return 'Base.__gt__'

class Derived(Base):
    def __radd__(self, other): return 'Derived.__radd__'
    def __gt__(self, other): return 'Derived.__gt__'

print(Base() + Derived(), Base() + Base(), Derived() + Base(), Base() < Derived())
x = Base()
x += 1
print(x)
if Base() < Base(): print('true')


class Truth:
    def __init__(self, value): self.value = value
    def __bool__(self):
        print('asked')
        return self.value

class Compares:
    def __eq__(self, other): return Truth(True)
    def __lt__(self, other): return Truth(False)

if Compares() == 1: print('equal')
if not (Compares() < 1): print('not less')
print(type(Compares() == 1).__name__)
