# covers: Objects, values and types
"""In which order the parts of each statement are evaluated."""

def f(n, v=None): print('eval', n); return v
class O:
    def __setitem__(s, k, v): print('set', k, v)
    def __getitem__(s, k): print('get', k); return 1
    def __setattr__(s, k, v): print('setattr', k, v)
    def __delitem__(s, k): print('del', k)
o = O()
f('c', o)[f('k', 1)] = f('v', 2)
f('c', o).x = f('v')
f('a', o)[f('k1')], f('b', o)[f('k2')] = f('v1'), f('v2')
f('c', o)[f('k', 1)] += f('v', 2)
f('a', o)[f('k')] = f('b', o)[f('l')] = f('v')
del f('a', o)[f('k')], f('b', o)[f('l')]
x = f('x', 1) + f('y', 2) * f('z', 3)
x = f('a', 1) < f('b', 0) < f('c', 2)
x = {f('k1', 1): f('v1'), **f('m', {2: 3}), f('k2', 4): f('v2')}
x = [f('a'), *f('b', [1]), f('c')]
print(f('p1', 1), *f('p2', [2]), sep=f('s', '-'), **f('kw', {'end': '!\n'}))
f('fn', lambda *a, **k: print('call', a, k))(f('a1'), *f('star', (1,)), k=f('kv'), **f('ks', {'z': 1}))
x = f('t') if f('cond') else f('e')
x = f('l', 0) and f('r') or f('o')
x = f('s', 'abc')[f('lo', 0):f('hi', 2):f('st', 1)]
@f('dec1', lambda c: c)
@f('dec2', lambda c: c)
class K(f('base', object), metaclass=f('meta', type)): y = f('body')
@f('d', lambda c: c)
def g(a=f('da'), *, b=f('kb'), c: f('ann') = f('kc')) -> f('ret'): pass
assert f('assert', 1), f('msg')
x = lambda a=f('ldef'): f('never')
x = [f('elt', i) for i in f('it', [1, 2]) if f('cond', True)]
x = {f('ke', i): f('ve') for i in f('it2', [1])}
f'{f("fs", 1):{f("spec", ">3")}}'
(f('w', o).y) = f('vv')
for f('tgt', o).z in f('iter', [1, 2]): f('body')
with f('cm', __import__('contextlib').nullcontext(5)) as f('as', o)[f('idx')]: f('in')
try: raise f('exc', ValueError)() from f('cause', None)
except f('exctype', ValueError) as e: f('handled')
print(not f('n', 1), -f('u', 2), f('l', 1) in f('r', [1]))
(y := f('walrus', 3)) + f('after', y)
