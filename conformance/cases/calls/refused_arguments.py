# covers: Emulating callable objects; __call__
"""Calls with too many, too few and unknown arguments, of functions of all kinds."""

def T(text):
    """Runs each line, and shows what comes of it."""
    for line in text.strip().splitlines():
        try:
            try:
                code = compile(line, '<line>', 'eval')
            except SyntaxError:
                exec(compile(line, '<line>', 'exec'), globals())
                result = 'done'
            else:
                result = eval(code, globals())
                result = f'{type(result).__name__} {result!r}'
        except BaseException as error:
            result = f'{type(error).__name__}: {error}'
        print(line, '->', result)


def f(a, b=2, *c, d, e=5, **k): return a, b, c, d, e, k
def g(): pass
def h(a, /, b, *, c): pass
def i(a, b, c): pass
def j(*, a, b): pass
def k2(a, b, /): pass
class C:
    def m(self, a): pass
    @classmethod
    def cm(cls, a): pass
    @staticmethod
    def sm(a): pass
    def __init__(self, x=1): pass
class N:
    def __new__(cls, a): return object.__new__(cls)
class I2:
    def __init__(self, a, *, b): pass
T("""
f()
f(1)
f(1, d=3)
f(1, 2, 3, d=4, x=5)
f(1, a=2, d=1)
f(*[1], **{'d': 2})
f(**{'a': 1, 'd': 2, 'z': 3})
f(**{1: 2})
f(1, d=1, **{'d': 2})
f(*5)
f(**5)
f(*None)
f(1, *[2], 3, d=4)
f(**{'a': 1}, **{'a': 2})
f(**{'a': 1}, a=2) if 0 else 1
g(1)
g(1, 2)
g(a=1)
g(*[1, 2], x=3)
h()
h(1)
h(1, 2)
h(1, 2, 3)
h(a=1, b=2, c=3)
h(1, b=2, c=3, d=4)
h(1, 2, a=3, c=4)
i()
i(1)
i(1, 2)
i(1, 2, 3, 4)
i(c=3)
i(1, 2, 3, d=4)
i(1, 2, 3, a=4)
j()
j(1, 2)
j(a=1)
j(1, a=1, b=2)
j(a=1, b=2, c=3)
k2(1)
k2(1, b=2)
k2(a=1, b=2)
k2(1, 2, 3)
C().m()
C().m(1, 2)
C.m()
C.m(1)
C().m(self=1)
C.cm()
C().cm(1, 2)
C.sm()
C(1, 2)
C(y=1)
C(x=1, y=2)
N()
N(1, 2)
N(b=1)
I2()
I2(1)
I2(1, 2)
I2(1, c=2)
object(1)
object.__new__(object, 1)
object.__init__(C(), 1)
object.__init__(object(), 1)
class E0: pass
E0(1)
E0(a=1)
(lambda: 0)(1)
(lambda x, y=1: 0)()
(lambda *a: a)(x=1)
(lambda **k: k)(1)
len()
len(1, 2)
len(x=1)
len(5)
abs()
abs(1, 2)
isinstance(1)
isinstance(1, 2)
isinstance(1, int, 2)
ord()
ord('ab')
ord(5)
ord(b'ab')
chr()
chr(-1)
chr('a')
chr(1.5)
chr(2**70)
divmod(1)
divmod('a', 1)
pow()
pow(1)
pow(1, 2, 3, 4)
pow(base=2, exp=3), pow(2, exp=3, mod=5)
pow(a=1)
sum(1, 2)
min()
min(5)
min([])
min([], default=5), min([], default=None), min(1, 2, key=lambda x: -x), max([1, 2], key=None), max('a', 'b'), min({3, 1}), max(1, 1.0), max(1.0, 1), max(True, 1)
min(1, 2, default=3)
min([1, 'a'])
min(1, 2, key=5)
min([], key=5)
max(default=1)
max([1], foo=2)
sorted(1)
zip(1)
list(zip([1], [2, 3], strict=True))
list(zip([1, 2], [3], strict=True))
list(zip([1], [2], [3, 4], strict=True))
list(zip([1, 2], [2, 3], [3], strict=True))
list(zip()), list(zip([1])), list(zip([1, 2], 'ab', strict=1))
map()
map(5)
list(map(5, [1]))
list(map(None, [1]))
filter(5)
list(filter(None, [0, 1, '', 'a'])), list(filter(bool, [0, 1]))
list(filter(5, [1]))
enumerate()
enumerate(5)
list(enumerate('ab', 5)), list(enumerate('ab', start=-1)), list(enumerate([1], 2**70)), list(enumerate(iterable='a'))
enumerate([1], 'a')
enumerate([1], start=1.5)
enumerate([1], foo=1)
reversed(5)
reversed({1})
reversed(iter([]))
reversed()
reversed(object())
list(reversed('ab')), list(reversed({1: 2, 3: 4})), list(reversed(range(3)))
iter(5)
iter(5, 6)
iter()
list(iter(iter([1, 2, 3]).__next__, 3))
next(5)
next(iter([]))
next(iter([]), 5), next(iter([1]), 5)
next()
any(5), 
all(5)
any([]), all([]), any([0, '']), all([1, []])
hash()
id()
callable()
callable(5), callable(len), callable(C), callable(C()), callable(lambda: 0)
repr()
ascii('é\\u20ac\\U0001f600\\n'), ascii(5)
bin(5.0)
bin('a')
format(1, 2)
round('a')
round(1.5, 'a')
input(1, 2)
print(1, sep=5)
print(1, end=5)
print(1, foo=5)
print(1, file=5)
print(1, flush=[])
print(sep='x'), print('a', 'b', sep=''), print('a', end=''), print(), print(None, [], sep=None, end=None)
vars(5)
vars()['T'].__name__
dir(5)[:3], dir()[:1]
dir(1, 2)
getattr(5, 'real'), getattr(5, 'x', None)
setattr(5, 'x', 1)
delattr(5, 'real')
globals() is locals() or 1
exec(5)
eval(5)
eval('1 +')
eval('x = 1')
exec('1', 5)
exec('1', {}, 5)
eval('x', {'x': 1}), eval('x', {}, {'x': 2}), eval(b'1'), eval(compile('3', 'f', 'eval')), eval(' 1'), exec('a9=1'), eval('__builtins__', {}) is not None
eval('len', {'__builtins__': {}})
eval('1', {}, {}, 1)
eval('1\\0')
compile('1', 'f', 'bogus')
compile('1', 'f', 'eval', 1000000)
compile(5, 'f', 'eval')
compile('1', 5, 'eval')
compile('1', 'f')
compile('1', 'f', 'eval', dont_inherit='x') is not None
__import__('nope')
__import__('')
__import__(5)
__import__('sys', level=-1)
breakpoint.__name__, help.__class__.__name__, exit.__class__.__name__, copyright.__class__.__name__, quit
super()
super(5)
super(int, 'a')
super(int)
super(int).real
super(int, 5).foo
type(super(int, 5)), super(int, 5).__thisclass__, super(int, 5).__self__, super(int, 5).__self_class__, super(int).__self__
super(1, 2, 3)
super(x=1)
object.foo
staticmethod()
staticmethod(5)()
classmethod(5).__get__(1)()
property(1, 2, 3, 4, 5)
property(fget=1).fget, property().fget, property(doc='x').__doc__, property(len).__doc__ == len.__doc__
property(1).__get__(2)
property().__get__(2)
property(len).__set__(2, 3)
property(len).__delete__(2)
property(len).fget = 5
property(len).getter(repr).fget, property(len).setter(5).fset, property(len).deleter(6).fdel
staticmethod(len).__wrapped__, staticmethod(len).__func__, staticmethod(len)([1]), staticmethod(len).__name__, classmethod(len).__func__, staticmethod(C), staticmethod(len).__get__(None, int), classmethod(len).__get__(None, int), classmethod(C).__wrapped__
""")
