# covers: The standard type hierarchy
# What a trace function hears of statements of every kind.
import sys
def bare(arg): return ' '.join(w for w in str(arg).split() if w[:2] != '0x')
def tracer(frame, event, arg):
    if event == 'exception': arg = (arg[0].__name__, str(arg[1]), arg[2] is not None)
    print(frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event, bare(arg))
    return tracer
def run(f, *a):
    print('==', f.__name__)
    sys.settrace(tracer)
    try: f(*a)
    except BaseException as e: print('raised', type(e).__name__, e)
    sys.settrace(None)
def simple():
    x = 1
    y = 2
    return x + y
def branch(a):
    if a:
        x = 1
    else:
        x = 2
    pass
    return x
def loop():
    for i in range(2):
        x = i
    else:
        z = 1
    while x:
        x -= 1
def nested():
    def g(a):
        return a
    return g(1) + \
        g(2)
def exc():
    try:
        1/0
    except ZeroDivisionError as e:
        x = 1
    finally:
        y = 2
def exc2():
    try:
        raise ValueError('v')
    finally:
        y = 2
def inner(): raise KeyError('k')
def outer():
    try:
        inner()
    except KeyError:
        pass
def gen():
    x = yield 1
    yield 2
def usegen():
    for v in gen():
        v
    g = gen()
    next(g)
    try: g.throw(ValueError('t'))
    except ValueError: pass
    list(gen())
def withs():
    class C:
        def __enter__(self): return self
        def __exit__(self, *a): return True
    with C() as c:
        x = 1
    with C():
        raise ValueError(1)
    return 5
def comp():
    x = [i for i in range(2)]
    y = list(i for i in range(2))
    z = {k: v for k, v in
         [(1, 2)]}
    return (lambda: 3)()
def cont():
    for i in range(3):
        if i == 1:
            continue
        if i == 2:
            break
        i
    return
def one(): return 1
def oneline():
    for i in range(2): pass
    x = 1; y = 2
    assert x, 'm'
    del x
def match_(v):
    match v:
        case 1:
            x = 1
        case [a, b]:
            x = 2
        case _:
            x = 3
    return x
def deco():
    def d(f): return f
    @d
    @d
    def h(a=1): pass
    return h()
def yf():
    def g(): 
        r = yield from gen()
        return 5
    for x in g(): pass
class It:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 1: raise StopIteration
        return 1
def useit():
    for q in It():
        q
def boolean(a, b):
    if (a and
        b):
        return 1
    x = (a or
         b)
    f = g = (
        1,
        a,
    )
    return not a
def trystar():
    pass
def elsef():
    try:
        x = 1
    except ValueError:
        y = 2
    else:
        z = 3
    finally:
        w = 4
    return w
def fret():
    try:
        return 1
    finally:
        x = 2
def glob():
    global GG
    GG = 1
    """doc"""
    import sys
    from os import path as p
for f, a in [(simple,()),(branch,(1,)),(branch,(0,)),(loop,()),(nested,()),(exc,()),(exc2,()),(outer,()),(usegen,()),(withs,()),(comp,()),(cont,()),(one,()),(oneline,()),(match_,(1,)),(match_,([1,2],)),(match_,(5,)),(deco,()),(yf,()),(useit,()),(boolean,(1,0)),(boolean,(1,1)),(elsef,()),(fret,())]: run(f, *a)
