# covers: With Statement Context Managers; __enter__; __exit__
"""Context managers made of generators, stacks of them, and what with refuses."""

import contextlib
from contextlib import contextmanager, ExitStack, closing, suppress, nullcontext, redirect_stdout, ContextDecorator, AbstractContextManager, chdir if 0 else suppress
@contextmanager
def cm(x, sup=False):
    print('enter', x)
    try: yield x
    except ValueError as e:
        print('caught', e)
        if not sup: raise
    finally: print('exit', x)
with cm(1) as v: print(v)
for f in (lambda: (cm(2), ValueError('a')), lambda: (cm(3, True), ValueError('b')), lambda: (cm(4), KeyError('c')), lambda: (cm(5), StopIteration('d')), lambda: (cm(6, True), RuntimeError('e'))):
    try:
        c, e = f()
        with c: raise e
        print('suppressed')
    except BaseException as x: print(type(x).__name__, x)
@contextmanager
def noyield():
    if 0: yield
@contextmanager
def twice(): yield 1; yield 2
@contextmanager
def noraise():
    try: yield
    except BaseException: pass
    yield 5
@contextmanager
def other():
    try: yield
    except ValueError as e: raise KeyError('x') from e
def t(f):
    try: r = f(); print('ok', r)
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))
def w(c, e=None):
    def run():
        with c as x:
            if e: raise e
            return x
    return run
t(w(noyield())); t(w(twice())); t(w(noraise(), ValueError(1))); t(w(other(), ValueError(1)))
c = cm(9)
with c: pass
t(w(c))
@cm(7)
def dec(): print('in dec'); return 'r'
print(dec(), dec())
t(w(suppress(ValueError, KeyError), ValueError(1))); t(w(suppress(), ValueError(1))); t(w(suppress(ValueError), ExceptionGroup('g', [ValueError(1), KeyError(2)]))); t(w(suppress(5), ValueError(1)))
class Cl:
    def close(s): print('closed')
t(w(closing(Cl()), ValueError('q'))); t(w(closing(5))); t(w(nullcontext(3))); t(w(5)); t(w(type('X', (), {'__enter__': lambda s: 1})())); t(w(type('X', (), {'__exit__': lambda s, *a: 1})())); t(w(type('X', (), {'__enter__': lambda s: 1, '__exit__': lambda s: 1})())); t(w(type('X', (), {'__enter__': lambda s: 1/0, '__exit__': lambda s, *a: print('never')})())); t(w(type('X', (), {'__enter__': lambda s: 1, '__exit__': lambda s, *a: 1/0})(), ValueError('orig'))); t(w(type('X', (), {'__enter__': lambda s: 1, '__exit__': None})())); t(w(type('X', (), {'__enter__': lambda s: 1, '__exit__': lambda s, *a: type('B', (), {'__bool__': lambda s: 1/0})()})(), ValueError('v')))
with ExitStack() as st:
    st.enter_context(cm('a')); st.callback(print, 'cb', 1); st.push(lambda *a: print('push', a)); st.push(cm('b')) if 0 else None
    s2 = st.pop_all()
print('popped'); s2.close()
def es():
    with ExitStack() as st:
        st.enter_context(cm('s', True)); st.callback(lambda: 1/0); st.push(lambda t, v, tb: print('saw', t)); raise ValueError('v')
t(es)
t(lambda: ExitStack().enter_context(5)); t(lambda: ExitStack().push(5)); t(lambda: ExitStack().callback(5).__class__)
def es2():
    with ExitStack() as st:
        for i in range(3):
            def f(*a, i=i): raise KeyError(i)
            st.push(f)
        raise ValueError('v')
try: es2()
except BaseException as e:
    while e: print(repr(e)); e = e.__context__
import io
b = io.StringIO()
with redirect_stdout(b): print('captured')
print(repr(b.getvalue()))
class CD(ContextDecorator):
    def __enter__(s): print('E'); return s
    def __exit__(s, *a): print('X', a[0]); return True
@CD()
def boom(): raise ValueError
print(boom())
print(isinstance(cm(0), AbstractContextManager), isinstance(5, AbstractContextManager), issubclass(Cl, AbstractContextManager))
