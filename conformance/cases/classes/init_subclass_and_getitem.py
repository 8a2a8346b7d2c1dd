# covers: Customizing class creation; __init_subclass__; Emulating generic types; __class_getitem__
"""__init_subclass__, __class_getitem__, generic aliases and unions."""

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


class A:
    def __init_subclass__(cls, /, tag=None, **kw): print('init_sub', cls.__name__, tag, kw, cls.__mro__[1].__name__); super().__init_subclass__(**kw)
class B(A, tag=1): pass
T("""
class C(A, tag=2, x=3): pass
class D(B): pass
type('E', (B,), {}, tag=5)
type('E', (B,), {}, foo=5)
class F(x=1): pass
class F: __init_subclass__ = 5
class G(F): pass
class H: __init_subclass__ = lambda: 1
class I(H): pass
class J: __init_subclass__ = lambda c, **k: print(c, k)
class K(J, z=1): pass
class L:
    def __init_subclass__(cls): raise ValueError('no')
class M(L): pass
L.__subclasses__()
object.__init_subclass__()
object.__init_subclass__(1)
object.__init_subclass__(a=1)
int.__init_subclass__(), A.__init_subclass__, '__init_subclass__' in A.__dict__, type(A.__dict__['__init_subclass__'])
class N:
    def __class_getitem__(cls, k): return cls.__name__, k
N[1], N[1, 2], N[()], N['a':'b'], type(N.__dict__['__class_getitem__'])
N()[1]
class O(N): pass
O[5]
class Q: __class_getitem__ = 5
Q[1]
class R: __class_getitem__ = None
R[1]
int[1]
class Mt(type):
    def __getitem__(c, k): return 'meta', k
class S(metaclass=Mt): __class_getitem__ = lambda k: 'never'
S[1]
list[int], list[int, str], list[()], dict[str, int], tuple[int, ...], type[int], list[int][str] if 0 else 1, list['x'], list[5], set[int] | None, list[int] == list[int], list[int] is list[int], hash(list[int]) == hash(list[int]), list[int](), list[int]('ab'), dict[str, int](a=1), list[int].__origin__, list[int].__args__, list[int].__parameters__, list[int].append, list[int].__class__, isinstance(list[int], type), repr(list[list[int]]), list[*tuple[int, str]], list[None], tuple[()]
isinstance([], list[int])
issubclass(list, list[int])
class U(list[int]): pass
U.__bases__, U.__orig_bases__
list[int].foo
list[int].__origin__ = 5
list[int].foo = 5
list[int].x
str[int]
int | str, int | None, None | int, int | str | int, (int | str) == (str | int), hash(int | str) == hash(str | int), int | list[int], isinstance(1, int | str), issubclass(bool, int | str), (int | str).__args__, type(int | str), (int | None).__args__, int | int, repr(int | None), isinstance(None, int | None)
isinstance([], int | list[int])
int | 5
5 | int
int | 'str'
(int | str)()
(int | str)[int]
(int | str).foo
(int | str) < (int | str)
""")
