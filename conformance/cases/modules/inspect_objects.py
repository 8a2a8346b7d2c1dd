# covers: The standard type hierarchy
# ours: inspect _signature _annotations
# inspect: signatures and binding, predicates, members, documentation, source, frames, suspended states.
import inspect, functools, abc, types, enum
from inspect import *
from inspect import Parameter as P, Signature as S
def tr(fn, *a, **k):
    try: r = fn(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print(repr(r)); return r
def f0(): pass
def f1(a, b=1, *c, d, e=2, **g): pass
def f2(a: int, /, b: 'str' = 3, *, c: list[int] = None) -> dict: pass
def f3(a, b, /): pass
def f4(*, a): pass
def f5(a, /, *args, **kw) -> 'x': pass
lam = lambda x, y=[1]: x
class A:
    def __init__(self, x, y=2): pass
    def m(self, q, *a): pass
    @classmethod
    def c(cls, z): pass
    @staticmethod
    def s(t, u=3): pass
    def __call__(self, k, *, l): pass
    pm = functools.partialmethod(m, 5)
    @property
    def p(self): return 1
class B(A): pass
class N:
    def __new__(cls, a, *b): return object.__new__(cls)
class M(type):
    def __call__(cls, mm=1): return 5
class MC(metaclass=M): pass
class E0: pass
class Sg:
    def __repr__(self): return 'Sg()'
    __signature__ = S([P('zz', P.KEYWORD_ONLY)])
class SgT: __signature__ = '(a, b=3)'
@functools.wraps(f1)
def w(*args): pass
@functools.lru_cache
def cached(a, b=2): pass
class En(enum.Enum): X = 1
part = [functools.partial(f1, 1), functools.partial(f1, d=4), functools.partial(f1, b=4), functools.partial(f1, 1, 2, 3), functools.partial(f3, 1), functools.partial(functools.partial(f2, 1), c=5), functools.partial(f5, 1, x=3), ]
for c in [f0, f1, f2, f3, f4, f5, lam, A, A.m, A(1).m, A.c, A.s, A(1), A.pm, A(1).pm, B, N, MC, E0, Sg, SgT, Sg(), w, cached, *part, len, [].append, list.append, object, type(lambda: 0).__call__, 'a'.join, print, sorted, isinstance, 5, dict.get, dict.fromkeys, int.from_bytes, object.__init__, object.__repr__, [].__len__, abs, sum, str.split, str.encode, bytes.decode, exec, eval, open if 0 else len, ValueError, BaseException.with_traceback, __import__, float.hex, property, super, staticmethod, complex, float, bool, list, tuple, enumerate, zip, map, range, slice, int, str, bytes, type, memoryview, reversed]:
    tr(signature, c)
s = signature(f1)
print(repr(s), str(s), s == signature(f1), hash(s) == hash(signature(f1)), s != signature(f2), list(s.parameters), s.parameters['b'], repr(s.parameters['c']), s.return_annotation is S.empty, s.parameters['g'].kind, repr(s.parameters['e'].kind), s.parameters['d'].kind.description)
print(signature(f2).return_annotation, signature(f2).parameters['b'].annotation, signature(f2, eval_str=True).parameters['b'].annotation)
for args, kw in [((1,), dict(d=2)), ((), {}), ((1, 2, 3, 4), dict(d=5, z=6)), ((1,), dict(a=2, d=3)), ((1,), {}), ((1, 2), dict(b=3, d=1))]:
    for bind in s.bind, s.bind_partial:
        b = tr(bind, *args, **kw)
        if b: print(b.args, b.kwargs, b.arguments); b.apply_defaults(); print(b.args, b.kwargs, b.arguments, b == s.bind_partial(*args, **kw), b.signature is s)
for f, args, kw in [(f3, (1,), {}), (f3, (1,), dict(b=2)), (f3, (1, 2, 3), {}), (f4, (), {}), (f4, (1,), {}), (f4, (), dict(a=1, b=2)), (f5, (1,), dict(a=3)), (f5, (), dict(a=3)), (f0, (1,), {}), (f2, (1,), dict(a=2))]:
    tr(signature(f).bind, *args, **kw); tr(getcallargs, f, *args, **kw)
tr(getcallargs, f1); tr(getcallargs, f1, 1, 2, 3, d=4, x=5); tr(getcallargs, A(1).m, 3) if 0 else None; tr(getcallargs, lam, 1, 2, 3); tr(getcallargs, lam)
PO, PK, VP, KO, VK = P.POSITIONAL_ONLY, P.POSITIONAL_OR_KEYWORD, P.VAR_POSITIONAL, P.KEYWORD_ONLY, P.VAR_KEYWORD
for a, k in [(('a', PK), {}), (('a', 9), {}), (('a', VP), dict(default=1)), (('1a', PK), {}), ((5, PK), {}), (('if', PK), {}), (('if', PO), {}), (('.0', PK), {}), (('.0', KO), {}), (('a', 'x'), {}), (('', PK), {}), ((P.empty, PK), {}), (('a', KO), dict(default=1, annotation=int)), (('a', VK), dict(annotation='q'))]:
    p = tr(P, *a, **k)
    if p: print(p, hash(p) == hash(p.replace()), p == p.replace(name='zz'), repr(p.replace(annotation=list)), p.name, p.kind, p.annotation)
for ps in [[P('a', KO), P('b', PK)], [P('a', PK, default=1), P('b', PK)], [P('a', PK), P('a', KO)], [P('a', VP), P('b', VP)], [P('a', VK), P('b', VK)], [P('a', VK), P('b', KO)], [P('a', PO), P('b', PO, default=3), P('c', VP), P('d', KO), P('e', VK)]]:
    tr(S, ps)
print(S().replace(return_annotation=int), S([P('a', PK)]).format(max_width=1), S([P('a', PK), P('b', KO)], return_annotation='z').format(max_width=80), tr(S, 5) if 0 else '')
def fw(a, *, k): pass
print(getfullargspec(f1), getfullargspec(f2), getfullargspec(A.m), getfullargspec(A(1).m)); tr(getfullargspec, 5); tr(getfullargspec, w)
preds = [n for n in sorted(inspect.__dict__) if n.startswith('is') and callable(inspect.__dict__[n])]
def gen(): yield 1
async def co(): pass
async def ag(): yield 1
class Sl: __slots__ = 'q',
class Ab(abc.ABC):
    @abc.abstractmethod
    def m(self): pass
g = gen(); c = co(); a = ag()
@types.coroutine
def tc(): yield
t = tc()
objs = dict(mod=inspect, cls=A, meth=A(1).m, func=f0, builtin=len, bm=[].append, md=list.append, mw=[].__len__, sw=object.__repr__, slot=Sl.q, gs=type.__dict__['__dict__'], prop=A.p, gen=g, genf=gen, co=c, cof=co, ag=a, agf=ag, frame=currentframe(), code=f0.__code__, ab=Ab, part=functools.partial(co), partg=functools.partial(gen, 1), n=None, i=5, sm=A.__dict__['s'], cm=A.__dict__['c'], cmb=A.c, tc=t, tcf=tc, cmd=dict.__dict__['fromkeys'], lam=lam, pmeth=A.__dict__['pm'], wcached=cached)
for n, o in objs.items():
    print(n, [p for p in preds if getattr(inspect, p)(o) is True], [p for p in preds if getattr(inspect, p)(o) not in (True, False)])
c.close(); print(getgeneratorstate(g), getcoroutinestate(c), getasyncgenstate(a)); next(g); print(getgeneratorstate(g), getgeneratorlocals(g)); g.close(); print(getgeneratorstate(g), getgeneratorlocals(g)); tr(getgeneratorlocals, 5)
def rs():
    global me; yield getgeneratorstate(me)
me = rs(); print(next(me))
class Doc:
    """First line.

        indented
      less
    """
    def m(self): "m doc\n    second"
    x = property(lambda self: 1, doc='x doc')
class Doc2(Doc):
    def m(self): pass
print(repr(getdoc(Doc)), repr(getdoc(Doc2)), getdoc(Doc2.m), getdoc(Doc2().m), getdoc(Doc.x), getdoc(f0), getdoc(5) == int.__doc__, getdoc(len) is not None, repr(cleandoc('\n\n  a\n    b\n\n')), repr(cleandoc('a\tb\n\tc')), repr(cleandoc('')))
print(getmro(B), unwrap(w) is f1, unwrap(f0) is f0); f0.__wrapped__ = f0; 
try: unwrap(f0)
except ValueError as e: print(str(e)[:40])
del f0.__wrapped__
print([n for n, v in getmembers(A, isfunction)], getmembers(A(1), ismethod)[0][0], [n for n, v in getmembers(Sl(), lambda o: not callable(o)) if not n.startswith('__')], [n for n, v in getmembers_static(A(1)) if not n.startswith('__')])
class D:
    def __getattr__(self, n): return 'dyn'
    def __set_name__(self, o, n): pass
    y = property(lambda s: 1/0)
d = D(); d.z = 3
for n in 'y', 'z', 'q', '__init__', '__class__', '__dict__': 
    try: print(n, type(getattr_static(d, n)).__name__, type(getattr_static(D, n)).__name__)
    except AttributeError as e: print('AE', e)
print(getattr_static(d, 'nope', 7), getattr_static(Sl(), 'q').__name__, getattr_static(A, 's').__class__, getattr_static(A, 'mro').__name__)
for at in classify_class_attrs(B):
    if not at.name.startswith('__') or at.name in ('__init__', '__call__', '__new__', '__class__', '__dict__', '__doc__', '__module__'): print(at.name, at.kind, at.defining_class, type(at.object).__name__)
print(getclasstree([A, B, N]), getclasstree([bool, int, A], True))
x1 = 5
def outer():
    y1 = 1
    def inner(): return x1, y1, len, nope
    return inner
print(getclosurevars(outer())); tr(getclosurevars, 5)
print(getargs(f1.__code__)); 
def va(a, *b, c=1, **d):
    z = 1
    i = getargvalues(currentframe())
    return i, formatargvalues(*i)
r, t = va(1, 2, e=3); print(r[:3], sorted(r.locals), t)
def lvl():
    st = stack()
    return [(s.function, s.lineno, s.code_context, s.index) for s in st], getframeinfo(currentframe(), 3)[1:]
print(lvl())
try: 1/0
except ZeroDivisionError: print([(x.function, x.lineno, x.code_context) for x in trace()])
# comment above
# more
def src(a,
        b=')'):
    """doc

at margin
"""
    if a:
        # inside

        return [
    1]

    # tail
class Src:
    x = 1

    def y(self): return 5

    z = 2
@functools.lru_cache(
    maxsize=3)
def deco(): pass

l2 = lambda: (
    1)
for o in src, Src, Src.y, deco, lvl, outer, Src().y, getsource if 0 else va: print(repr(getsource(o)), getsourcelines(o)[1])
print(repr(getsource(l2)), getcomments(src), getcomments(Src), getmodulename('/a/b.py'), getmodulename('x'), getmodule(src).__name__, getmodule(len).__name__, getfile(src) == __file__, getsourcefile(A) == __file__)
tr(getfile, 5); tr(getfile, int); tr(getsource, len); tr(getfile, types.ModuleType('q')); tr(getsource, int)
print(get_annotations(f2), get_annotations(f2, eval_str=True), get_annotations(E0), get_annotations(types.ModuleType('m'))); tr(get_annotations, 5)
def bad() -> 'nope': pass
tr(get_annotations, bad, eval_str=True); tr(signature, bad); tr(signature, bad, eval_str=True)
class An: a: int; b: 'str'
class An2(An): pass
print(get_annotations(An), get_annotations(An2), get_annotations(An, eval_str=True), formatannotation(int), formatannotation(list[int]), formatannotation(A), formatannotation('x'), formatannotation(A, '__main__'), formatannotation(None), formatannotation(int | None))
class GP[T]:
    def m(self, x: T) -> T: pass
print(signature(GP.m), signature(GP))

class Block:
    """Doc

text at the margin
    """
# at the margin

    def m(self):
        return 1
    # below what is in the block

  # above it
def lambdas(): return [lambda: (
    1), 2]
print(repr(getsource(Block)), repr(getsource(lambdas)), repr(getsource(lambdas()[0])))
class InMaking(abc.ABC):
    def __init_subclass__(cls): print(isabstract(cls))
    @abc.abstractmethod
    def m(self): pass
class InMaking2(InMaking): pass
class InMaking3(InMaking):
    def m(self): pass
print(isabstract(InMaking), isabstract(InMaking2), isabstract(InMaking3), isabstract(abc.ABC), isabstract(5))
print(currentframe().f_lineno == getframeinfo(currentframe()).lineno, getframeinfo(currentframe()).positions, stack()[0].positions)
print(type(signature(f1).parameters).__name__, signature(f1).parameters == signature(f1).parameters)
class WithText:
    __text_signature__ = '(a, /, b, c=True)'
    def __call__(self, *args): pass
print(signature(WithText()), signature(WithText))
def own_text(*a): pass
own_text.__text_signature__ = '($self, a, b=1, /, *args, c, d=2, **kwargs)'; print(signature(own_text))
class MetaStatic(type):
    __call__ = staticmethod(lambda a: 1)
print(signature(MetaStatic('C', (), {})))
