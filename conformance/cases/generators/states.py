# covers: The standard type hierarchy
"""Generators in every state, asked, thrown into, closed, and delegating."""

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


import inspect, sys
def st(g): return inspect.getgeneratorstate(g)
def g():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
    except ValueError as e: print('caught', e); yield 'after'
    finally: print('fin')
it = g()
T("""
st(it), it.gi_running, it.gi_suspended, it.gi_frame is None, it.gi_yieldfrom, it.gi_code.co_name, it.__name__, it.__qualname__
it.send(5)
it.send(None), st(it)
it.send('x')
it.throw(ValueError('v'))
it.throw(KeyError('k'))
st(it), it.gi_frame, it.gi_suspended
it.send(None)
it.send(5)
it.throw(ValueError('z'))
it.close(), next(it, 'end')
it.__name__ = 5
it.__name__ = 'new'; it.__name__, it.__qualname__
it.__qualname__ = 'q'; repr(it)[:20]
del it.__name__
it.gi_frame = 5
it.gi_running = 5
it.foo = 1
g().throw(5)
g().throw(int)
g().throw(ValueError, 5)
g().throw(ValueError, KeyError())
g().throw(ValueError())
g().throw(ValueError(), 5)
g().throw(ValueError, None, 5)
g().throw()
g().throw(None)
g().close()
g().send()
g().send(1, 2)
type(it)()
g().__next__(), hasattr(g(), '__length_hint__'), g().__class__
""")
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
T("""
b.close()
next(b, 'end')
""")
def ret():
    try: yield 1
    except GeneratorExit: return 5
r = ret(); next(r); print(r.close())
def err():
    try: yield 1
    finally: raise KeyError('fin')
e = err(); next(e)
T("""
e.close()
""")
def rec():
    yield next(me)
me = rec()
T("""
next(me)
""")
def si():
    raise StopIteration(5)
    yield
T("""
next(si())
list(si())
""")
def si2():
    yield 1
    raise StopIteration
try: list(si2())
except RuntimeError as e: print(repr(e), repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
def deleg(): 
    r = yield from inner()
    print('inner returned', r); return 'outer'
def inner():
    try: x = yield 'a'; print('x', x); yield 'b'; return 'ret'
    except ValueError: yield 'handled'
    finally: print('inner fin')
d = deleg(); T("""
next(d), d.gi_yieldfrom.__name__
d.throw(ValueError)
next(d)
""")
d = deleg(); next(d); d.close()
class It:
    def __iter__(s): return s
    def __next__(s): return 1
    def throw(s, *a): print('throw', a); return 'thrown'
    def close(s): print('closed')
    def send(s, v): print('send', v); return 'sent'
def dl(): yield from It()
d = dl(); T("""
next(d)
d.send(3)
d.throw(ValueError(1))
d.close()
""")
class It2:
    def __iter__(s): return s
    def __next__(s): return 1
def dl2():
    try: yield from It2()
    except ValueError as e: print('in gen', e); yield 'x'
d = dl2(); T("""
next(d)
d.send(3)
d.throw(ValueError(1))
""")
d = dl2(); next(d); T("""
d.throw(ValueError(1))
""")
def dl3(): yield from 5
def dl4(): yield from [1, 2]; return (yield from range(2))
T("""
next(dl3())
list(dl4())
""")
class C3:
    def __iter__(s): return s
    def __next__(s): return 1
    def close(s): raise KeyError('close')
    def throw(s, *a): raise StopIteration('val')
def dl5(): r = yield from C3(); print('r', r); yield 'done'
d = dl5(); next(d); T("""
d.throw(ValueError)
""")
d = dl5(); next(d); T("""
d.close()
""")
d = dl5(); next(d); T("""
d.throw(GeneratorExit)
""")
gg = (x for x in [1, 2]); T("""
gg.gi_code.co_name, gg.__qualname__, next(gg), list(gg)
(x for x in 5)
next(x / 0 for x in [1])
[*(i for i in range(3))], sum(i for i in [1, 2]), dict((k, 1) for k in 'ab')
""")
