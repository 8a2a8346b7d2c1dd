# covers: Implementing Descriptors; Invoking Descriptors; __get__; __set__; __delete__
"""Descriptors of each kind under get, set and delete, on instances and on classes."""

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


class D:
    def __init__(s, n): s.n = n
    def __get__(s, o, t=None): print('get', s.n, o is None, t and t.__name__); return s.n
class DD(D):
    def __set__(s, o, v): print('set', s.n, v)
    def __delete__(s, o): print('del', s.n)
class Dset:
    def __set__(s, o, v): print('only set', v)
class Ddel:
    def __delete__(s, o): print('only del')
class A:
    x = D('x'); y = DD('y'); z = Dset(); w = Ddel()
a = A()
a.__dict__.update(x=1, y=2, z=3, w=4)
T("""
a.x, a.y, a.z, a.w, A.x, A.y
a.x = 5
a.y = 5
a.z = 5
a.w = 5
del a.x
del a.y
del a.z
del a.w
a.__dict__
A.x = 5
A.y = 6
A.__dict__['x'], A.__dict__['y']
getattr(a, 'nope', 7), hasattr(a, 'nope')
a.nope
A.nope
del a.nope
del A.nope
D.__get__(D('q'), None, None)
D('q').__get__(5, int)
D('q').__get__(5)
object.__getattribute__(A, 'x')
type.__getattribute__(a, 'x')
object.__setattr__(A, 'x', 1)
object.__setattr__(a, 5, 1)
object.__getattribute__(a, 5)
object.__delattr__(a, 5)
type.__setattr__(A, 5, 1)
type.__setattr__(int, 'x', 1)
object.__setattr__(int, 'x', 1)
type.__delattr__(int, 'x')
getattr(a, 5)
getattr(a)
getattr(a, 'x', 1, 2)
setattr(a, 5, 5)
setattr(a, 'x')
hasattr(a, 5)
delattr(a, 5)
hasattr(a)
setattr(a, 'a b', 1), getattr(a, 'a b'), a.__dict__['a b']
setattr(a, '', 1), getattr(a, '')
""")
