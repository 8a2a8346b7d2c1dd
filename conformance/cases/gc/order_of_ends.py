# covers: Objects, values and types; __del__
"""When and in which order objects end, and what the functions of gc answer."""

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


import gc
gc.disable()
class N:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n, sorted(k for k in s.__dict__))
a = N('a'); b = N('b'); a.x = b; del b; del a
a = N('a'); b = N('b'); a.x = b; b.x = a; del a, b; print(gc.collect())
l = [N(i) for i in range(3)]; del l
l = [N(i) for i in range(3)]; l.append(l); del l; print(gc.collect())
d = {i: N(i) for i in range(3)}; d.clear()
t = (N(1), N(2), [N(3)]); del t
def f():
    x = N('x'); y = N('y'); z = N('z')
    return
f()
def g():
    x = N('gx'); yield; y = N('gy'); yield
i = g(); next(i); del i
i = g(); next(i); next(i); i.close()
s = {N(1)}; s.clear()
class P(N):
    def __del__(s): super().__del__(); print('sub')
P('p')
class Q(N):
    def __del__(s): s.n += 'q'; super().__del__(); self_list.append(s)
self_list = []; Q('r'); print(len(self_list)); self_list.clear(); print('once', len(self_list))
a = N('attr'); a.y = N('inner'); a.y = None; del a.x if 0 else a
try: raise ValueError(N('in exc'))
except ValueError: pass
print('after')
x = N(1); x = N(2); x = None
x = [N(5)] * 3; x[0] = None; x[1] = None; x[2] = None
N(7).n; [N(8)][0].n
x = N('walrus') and 5
for n in (N(i) for i in range(2)): pass
del n
print([N(i).n for i in range(2)])
class Meta(type):
    def __del__(c): print('class gone', c.__name__)
class Z(metaclass=Meta): pass
del Z; gc.collect()
print(gc.garbage, gc.isenabled(), gc.get_threshold(), gc.get_count()[1:] if 0 else '')
T("""
gc.collect(5)
gc.collect(-1)
gc.collect('a')
gc.collect(0), gc.collect(generation=1)
gc.set_threshold('a')
gc.set_threshold()
gc.set_threshold(1, 2, 3, 4)
gc.is_tracked(5), gc.is_tracked([]), gc.is_tracked(()), gc.is_tracked({}), gc.is_tracked({'a': []}), gc.is_tracked('a'), gc.is_tracked(N)
gc.is_finalized(5), gc.is_finalized(N)
gc.get_referents([1, 'a', N]), gc.get_referents(), gc.get_referents(5), gc.get_referents({'a': 1}), gc.get_referents((1, 2), [3])
gc.set_debug('a')
gc.get_debug(), gc.DEBUG_LEAK, gc.freeze(), gc.get_freeze_count() >= 0, gc.unfreeze()
len(gc.get_stats()), sorted(gc.get_stats()[0])
gc.get_objects(generation=5)
gc.get_objects(generation=-1)
gc.callbacks
""")
