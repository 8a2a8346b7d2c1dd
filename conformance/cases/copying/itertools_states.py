# covers: Emulating container types
# What iterators of itertools are made again from, and the states that they refuse.
import warnings; warnings.simplefilter('ignore')
import itertools as I, operator
def sh(x, d=0):
    if isinstance(x, tuple): return '(' + ', '.join(sh(y, d) for y in x) + ')'
    if isinstance(x, list): return '[' + ', '.join(sh(y, d) for y in x) + ']'
    if not isinstance(x, type) and hasattr(x, '__reduce__') and hasattr(x, '__next__') and d < 4:
        try: r = x.__reduce__()
        except Exception as e: return f'{type(x).__name__}!{type(e).__name__}:{e}'
        return f'<{type(x).__name__} {sh(r, d+1)}>'
    return repr(x).split(' at 0x')[0]
def run(label, make):
    for n in (0, 1, 2, 9):
        o = make()
        for _ in range(n): next(o, None)
        print(label, n, sh(o.__reduce__()))
def show(label, f):
    try: print(label, sh(f()))
    except Exception as e: print(label, type(e).__name__, e)
run('acc', lambda: I.accumulate([1,2,3])); run('acc2', lambda: I.accumulate([1,2,3], operator.mul, initial=5)); run('acc3', lambda: I.accumulate([None, None], lambda a, b: None))
run('chain', lambda: I.chain([1], 'b')); run('chain0', lambda: I.chain()); run('chainf', lambda: I.chain.from_iterable([[1], 'b']))
run('comb', lambda: I.combinations('abc', 2)); run('comb9', lambda: I.combinations('ab', 9)); run('cwr', lambda: I.combinations_with_replacement('ab', 2)); run('perm', lambda: I.permutations('abc', 2)); run('prod', lambda: I.product('ab', [1, 2])); run('prod0', lambda: I.product()); run('permd', lambda: I.permutations('ab'))
run('compress', lambda: I.compress('abc', [1, 0, 1]))
print(sh(I.count().__reduce__()), sh(I.count(5).__reduce__()), sh(I.count(5, 2).__reduce__()), sh(I.count(1.5).__reduce__()), sh(I.count(1, 1.5).__reduce__()), sh(I.count(1 << 70).__reduce__()), sh(I.count(5,1).__reduce__()))
run('count', lambda: I.count(3)); run('cycle', lambda: I.cycle('ab')); run('cycle0', lambda: I.cycle(''))
run('drop', lambda: I.dropwhile(bool, [1, 0, 1])); run('take', lambda: I.takewhile(bool, [1, 0, 1])); run('ff', lambda: I.filterfalse(None, [1, 0])); run('star', lambda: I.starmap(pow, [(1, 2)]))
run('grp', lambda: I.groupby('aab')); run('isl', lambda: I.islice('abcdef', 1, 5, 2)); run('isl2', lambda: I.islice('abc', 2)); run('isl3', lambda: I.islice('abc', 1, None)); run('rep', lambda: I.repeat(5)); run('rep2', lambda: I.repeat(5, 2)); run('zl', lambda: I.zip_longest('a', 'bc')); run('zl2', lambda: I.zip_longest('a', 'bc', fillvalue=0))

g = I.groupby('aab'); k, gr = next(g); show('grouper', lambda: gr)
import copy
for m in (lambda: I.accumulate([1,2,3]), lambda: I.chain([1], 'b'), lambda: I.combinations('abc', 2), lambda: I.count(4, 3), lambda: I.cycle('ab'), lambda: I.dropwhile(bool, [1, 0, 1]), lambda: I.groupby('aab'), lambda: I.islice('abcdef', 1, 5, 2), lambda: I.permutations('abc'), lambda: I.product('ab', [1, 2]), lambda: I.repeat(5, 4), lambda: I.zip_longest('a', 'bc'), lambda: I.combinations_with_replacement('ab', 2), lambda: I.takewhile(bool, [1, 1, 0]), lambda: I.compress('abc', [1, 0, 1]), lambda: I.filterfalse(None, [1, 0]), lambda: I.starmap(pow, [(1, 2), (2, 3)])):
    o = m(); next(o)
    show(type(o).__name__, lambda: [x for x, _ in zip(copy.deepcopy(o), range(4))] if type(o).__name__ != 'groupby' else [(k, list(g)) for k, g in copy.deepcopy(o)])
for o, st in ((I.cycle('a'), 5), (I.cycle('a'), ([1], 2)), (I.cycle('a'), (1, 2)), (I.product('ab'), (5,)), (I.product('ab'), 5), (I.product('ab', 'c'), (1,)), (I.combinations('abc', 2), (0,)), (I.combinations('abc', 2), (0, 9)), (I.permutations('ab'), 5), (I.permutations('ab'), ((0,), (1,))), (I.takewhile(bool, []), 'x'), (I.chain(), 5), (I.chain(), ()), (I.chain(), (1,)), (I.accumulate([1]), 5), (I.islice('abc', 2), 'x'), (I.groupby('a'), 5), (I.zip_longest(), 5), (I.combinations_with_replacement('ab', 2), (5, 0))):
    show(type(o).__name__ + repr(st), lambda: o.__setstate__(st))
