# covers: The standard type hierarchy; function.__defaults__; function.__code__; method.__func__
"""Attributes of functions, methods, cells and built-in functions, read and assigned."""

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


def f(a, b=1, *, c=2): 'doc'; return a, b, c
def mk():
    x = 1
    def inner(): return x
    return inner
T("""
f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__code__.co_name, f.__closure__, f.__dict__, f.__annotations__, f.__type_params__, f.__globals__ is globals(), f.__builtins__ is not None
f.__defaults__ = (5,); f(1)
f.__defaults__ = None; f(1)
f.__defaults__ = (1, 2, 3, 4); f()
f.__defaults__ = [1]
f.__defaults__ = 5
f.__kwdefaults__ = {'c': 9}; f.__defaults__ = (1,); f(1)
f.__kwdefaults__ = None; f(1)
f.__kwdefaults__ = []
f.__kwdefaults__ = {'zz': 1}; f(1, c=3)
del f.__defaults__; f.__defaults__
del f.__kwdefaults__; f.__kwdefaults__
f.__name__ = 5
f.__name__ = 'g'; repr(f)[:12], f.__qualname__
f.__qualname__ = 5
f.__qualname__ = 'q.w'; repr(f)[:14]
del f.__name__
f.__code__ = 5
f.__code__ = (lambda a, b, c: 'swapped').__code__; f(1, 2, 3)
f.__code__ = mk().__code__
mk().__code__.co_freevars, mk().__closure__[0].cell_contents, mk.__code__.co_cellvars, mk.__code__.co_varnames
f.__closure__ = ()
f.__globals__ = {}
f.__doc__ = 5; f.__doc__
del f.__doc__; f.__doc__
f.__module__ = 5; f.__module__
del f.__module__; f.__module__
f.__dict__ = {'x': 1}; f.x
f.__dict__ = 5
del f.__dict__
f.__annotations__ = 5
f.__annotations__ = {'a': int}; f.__annotations__
del f.__annotations__; f.__annotations__
f.__type_params__ = 5
f.__type_params__ = (1,); f.__type_params__
f.foo
f.foo = 1; f.foo
f.__get__(5)(6) if 0 else f.__get__(5).__self__
f.__get__(None)
f.__get__(None, None)
f.__call__(1, 2, 3)
type(f)(5, {})
type(f)(f.__code__, 5)
type(f)(f.__code__, {}, 5)
type(f)(f.__code__, {}, 'n', 5)
type(f)(f.__code__, {}, 'n', None, 5)
type(f)(mk().__code__, {})
type(f)(mk().__code__, {}, None, None, ())
type(f)(mk().__code__, {}, None, None, (5,))
type(f)(f.__code__, {}, None, None, mk().__closure__)
type(f)(mk().__code__, {}, None, None, mk().__closure__)()
type(f)()
type(f)(f.__code__, {}, kwdefaults=5)
class X(type(f)): pass
m = 'abc'.upper; m.__self__, m.__name__, m.__qualname__, m.__module__, m.__doc__ is not None, m(), m == 'abc'.upper, hash(m) == hash('abc'.upper), repr(m)[:30]
len.__self__, len.__name__, len.__module__, len.__qualname__, len.__text_signature__, repr(len)
len.__name__ = 5
len.foo = 1
str.upper.__get__(5)
str.upper.__get__(None)
str.upper.__get__(None, str), int.real.__get__(5), int.__add__.__get__(5)(6)
int.real.__get__('a')
int.real.__set__(5, 6)
int.real.__delete__(5)
c = (lambda x=5: lambda: x)().__closure__[0]; c.cell_contents, repr(c)[:8], c == c, c < c
c.cell_contents = 7; c.cell_contents
del c.cell_contents; c.cell_contents
del c.cell_contents
type(c)(5).cell_contents, type(c)() == type(c)(), type(c)(1) < type(c)(2), type(c)(1) == type(c)(1.0)
type(c)().cell_contents
type(c)(1, 2)
hash(type(c)(1))
""")
class C:
    def m(self, x=1): 'mdoc'; return self, x
c = C()
T("""
c.m.__self__ is c, c.m.__func__ is C.m, c.m.__name__, c.m.__doc__, c.m.__qualname__, c.m.__defaults__, c.m == c.m, c.m is c.m, hash(c.m) == hash(c.m), C().m == c.m, c.m.__code__ is C.m.__code__, c.m.__module__
c.m.foo = 1
c.m.__name__ = 5
C.m.foo = 1; c.m.foo
c.m.__self__ = 1
type(c.m)(len, [1])(), type(c.m)(5, 6).__self__
type(c.m)(5, None)
type(c.m)(len)
type(c.m)(len, None)
type(c.m)(len, 5, 6)
type(c.m)(len, a=5)
type(c.m)(C.m, 5)(), type(c.m)(c.m, 9).__func__ == c.m, repr(type(c.m)(len, 5)), repr(type(c.m)(type('Q', (), {'__call__': 1})(), 5))[:24]
c.m.__get__(5) == c.m, c.m.__get__(None, int) == c.m
c.m < c.m
c.m.__reduce__()[1] == (c, 'm')
""")
