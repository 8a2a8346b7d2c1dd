# covers: Emulating container types; __iter__
# Each iterator of itertools with arguments that do and do not fit, exhausted, shared and failing.
from itertools import *
import itertools
def boom(*a): raise ValueError("boom")
class I:
    def __init__(s, n): s.n = n
    def __iter__(s): return s
    def __next__(s):
        s.n -= 1
        if s.n < 0: raise StopIteration
        if s.n == 1: raise KeyError("mid")
        return s.n
class K(cycle):
    def __init__(self, it, kw=None): self.kw = kw
class P:
    def __eq__(self, o): raise ValueError("eq")
def g():
    try:
        yield 1
        yield 2
    finally: pass
class Re:
    def __init__(s): s.t = None
    def __iter__(s): return s
    def __next__(s): return next(s.t)

try:
    print(list(islice(count(5), 3)), count(True), count(5), count(5, 1), count(5,1.0), count(1.5), count(step=3), count(start=2), count(1j))
except BaseException as e: print('list(islice(count(5), 3)), count(True), count(5), count(5, 1), count(5,1.0), count(1.5), count(step=3), count(start=2), count(1j)', type(e).__name__, e)
try:
    print(count("x"))
except BaseException as e: print('count("x")', type(e).__name__, e)
try:
    print(count(1,2,3))
except BaseException as e: print('count(1,2,3)', type(e).__name__, e)
try:
    print(count(1, stp=3))
except BaseException as e: print('count(1, stp=3)', type(e).__name__, e)
try:
    print(count(1, start=3))
except BaseException as e: print('count(1, start=3)', type(e).__name__, e)
try:
    print(count(None))
except BaseException as e: print('count(None)', type(e).__name__, e)
try:
    print(next(count(10**30, 10**30)))
except BaseException as e: print('next(count(10**30, 10**30))', type(e).__name__, e)
try:
    print(repr(count(10**30)))
except BaseException as e: print('repr(count(10**30))', type(e).__name__, e)
try:
    print(repeat())
except BaseException as e: print('repeat()', type(e).__name__, e)
try:
    print(repeat(1,2,3))
except BaseException as e: print('repeat(1,2,3)', type(e).__name__, e)
try:
    print(repeat(1,times=2), repeat(times=2,object="q"), repeat(1, -5))
except BaseException as e: print('repeat(1,times=2), repeat(times=2,object="q"), repeat(1, -5)', type(e).__name__, e)
try:
    print(repeat(1, None))
except BaseException as e: print('repeat(1, None)', type(e).__name__, e)
try:
    print(repeat(1, "x"))
except BaseException as e: print('repeat(1, "x")', type(e).__name__, e)
try:
    print(repeat(1, 10**30))
except BaseException as e: print('repeat(1, 10**30)', type(e).__name__, e)
try:
    print(repeat(1, times=None))
except BaseException as e: print('repeat(1, times=None)', type(e).__name__, e)
try:
    print(repeat(1, 5).__length_hint__())
except BaseException as e: print('repeat(1, 5).__length_hint__()', type(e).__name__, e)
try:
    print(repeat(1).__length_hint__())
except BaseException as e: print('repeat(1).__length_hint__()', type(e).__name__, e)
try:
    print(cycle())
except BaseException as e: print('cycle()', type(e).__name__, e)
try:
    print(cycle(1))
except BaseException as e: print('cycle(1)', type(e).__name__, e)
try:
    print(cycle([], []))
except BaseException as e: print('cycle([], [])', type(e).__name__, e)
try:
    print(cycle(iterable=[]))
except BaseException as e: print('cycle(iterable=[])', type(e).__name__, e)
try:
    print(K([1], kw=3).kw)
except BaseException as e: print('K([1], kw=3).kw', type(e).__name__, e)
try:
    print(list(islice(cycle(I(1)), 3)))
except BaseException as e: print('list(islice(cycle(I(1)), 3))', type(e).__name__, e)
try:
    print(list(islice(cycle(I(3)), 5)))
except BaseException as e: print('list(islice(cycle(I(3)), 5))', type(e).__name__, e)
try:
    print(accumulate())
except BaseException as e: print('accumulate()', type(e).__name__, e)
try:
    print(accumulate(5))
except BaseException as e: print('accumulate(5)', type(e).__name__, e)
try:
    print(accumulate([1], boom, 5))
except BaseException as e: print('accumulate([1], boom, 5)', type(e).__name__, e)
try:
    print(list(accumulate([1,2], boom)))
except BaseException as e: print('list(accumulate([1,2], boom))', type(e).__name__, e)
try:
    print(list(accumulate([1,2], func=max)))
except BaseException as e: print('list(accumulate([1,2], func=max))', type(e).__name__, e)
try:
    print(chain(x=1))
except BaseException as e: print('chain(x=1)', type(e).__name__, e)
try:
    print(list(chain([1], 2)))
except BaseException as e: print('list(chain([1], 2))', type(e).__name__, e)
try:
    c = chain([1], 2); print(next(c)); print(list(c) if 0 else 0)
except BaseException as e: print('c = chain([1], 2); print(next(c)); print(list(c) if 0 else 0)', type(e).__name__, e)
try:
    print(chain.from_iterable())
except BaseException as e: print('chain.from_iterable()', type(e).__name__, e)
try:
    print(chain.from_iterable([1], 2))
except BaseException as e: print('chain.from_iterable([1], 2)', type(e).__name__, e)
try:
    print(list(chain.from_iterable({"a": 1})))
except BaseException as e: print('list(chain.from_iterable({"a": 1}))', type(e).__name__, e)
try:
    print(chain[int])
except BaseException as e: print('chain[int]', type(e).__name__, e)
try:
    c = chain(I(3), [5]); print(next(c))
except BaseException as e: print('c = chain(I(3), [5]); print(next(c))', type(e).__name__, e)
try:
    print(compress())
except BaseException as e: print('compress()', type(e).__name__, e)
try:
    print(compress([1]))
except BaseException as e: print('compress([1])', type(e).__name__, e)
try:
    print(compress([1], [1], [1]))
except BaseException as e: print('compress([1], [1], [1])', type(e).__name__, e)
try:
    print(compress(1, []))
except BaseException as e: print('compress(1, [])', type(e).__name__, e)
try:
    print(dropwhile(1))
except BaseException as e: print('dropwhile(1)', type(e).__name__, e)
try:
    print(dropwhile(1, 2))
except BaseException as e: print('dropwhile(1, 2)', type(e).__name__, e)
try:
    print(dropwhile(predicate=1, iterable=2))
except BaseException as e: print('dropwhile(predicate=1, iterable=2)', type(e).__name__, e)
try:
    print(list(dropwhile(boom, [1])))
except BaseException as e: print('list(dropwhile(boom, [1]))', type(e).__name__, e)
try:
    print(list(dropwhile(None, [1])))
except BaseException as e: print('list(dropwhile(None, [1]))', type(e).__name__, e)
try:
    print(takewhile(1,2,3))
except BaseException as e: print('takewhile(1,2,3)', type(e).__name__, e)
try:
    t = takewhile(lambda x: x < 2, [1,2,1]); print(list(t), list(t))
except BaseException as e: print('t = takewhile(lambda x: x < 2, [1,2,1]); print(list(t), list(t))', type(e).__name__, e)
try:
    print(filterfalse())
except BaseException as e: print('filterfalse()', type(e).__name__, e)
try:
    print(list(filterfalse(bool, [0,1])), list(filterfalse(None, [0,1])), list(filterfalse(lambda x: x, [0,1])))
except BaseException as e: print('list(filterfalse(bool, [0,1])), list(filterfalse(None, [0,1])), list(filterfalse(lambda x: x, [0,1]))', type(e).__name__, e)
try:
    print(list(filterfalse(5, [0,1])))
except BaseException as e: print('list(filterfalse(5, [0,1]))', type(e).__name__, e)
try:
    print(list(groupby([1,1,2]))[0][0])
except BaseException as e: print('list(groupby([1,1,2]))[0][0]', type(e).__name__, e)
try:
    print(groupby())
except BaseException as e: print('groupby()', type(e).__name__, e)
try:
    print(groupby([], 1, 2))
except BaseException as e: print('groupby([], 1, 2)', type(e).__name__, e)
try:
    print(groupby(5))
except BaseException as e: print('groupby(5)', type(e).__name__, e)
try:
    print(list(groupby([P(), P()])))
except BaseException as e: print('list(groupby([P(), P()]))', type(e).__name__, e)
try:
    gb = groupby([1,1,2,2,3]); a = next(gb); b = next(gb); print(list(a[1]), list(b[1]), [k for k, _ in gb])
except BaseException as e: print('gb = groupby([1,1,2,2,3]); a = next(gb); b = next(gb); print(list(a[1]), list(b[1]), [k for k, _ in gb])', type(e).__name__, e)
try:
    gb = groupby([1,1,2]); k, it = next(gb); print(next(it), next(it), next(it, "end"), next(gb)[0])
except BaseException as e: print('gb = groupby([1,1,2]); k, it = next(gb); print(next(it), next(it), next(it, "end"), next(gb)[0])', type(e).__name__, e)
try:
    print(type(next(groupby([1]))[1]))
except BaseException as e: print('type(next(groupby([1]))[1])', type(e).__name__, e)
try:
    print(list(islice([1,2,3], None)), list(islice([1,2,3], 1, None)), list(islice([1,2,3], None, None, None)), list(islice(range(10), 1, 8, 3)))
except BaseException as e: print('list(islice([1,2,3], None)), list(islice([1,2,3], 1, None)), list(islice([1,2,3], None, None, None)), list(islice(range(10), 1, 8, 3))', type(e).__name__, e)
try:
    print(islice())
except BaseException as e: print('islice()', type(e).__name__, e)
try:
    print(islice(1))
except BaseException as e: print('islice(1)', type(e).__name__, e)
try:
    print(islice([], -1))
except BaseException as e: print('islice([], -1)', type(e).__name__, e)
try:
    print(islice([], 1, -1))
except BaseException as e: print('islice([], 1, -1)', type(e).__name__, e)
try:
    print(islice([], -1, 1))
except BaseException as e: print('islice([], -1, 1)', type(e).__name__, e)
try:
    print(islice([], 1, 2, 0))
except BaseException as e: print('islice([], 1, 2, 0)', type(e).__name__, e)
try:
    print(islice([], 1, 2, -1))
except BaseException as e: print('islice([], 1, 2, -1)', type(e).__name__, e)
try:
    print(islice([], 1, 2, 3, 4))
except BaseException as e: print('islice([], 1, 2, 3, 4)', type(e).__name__, e)
try:
    print(islice([], "a"))
except BaseException as e: print('islice([], "a")', type(e).__name__, e)
try:
    print(islice([], "a", 1))
except BaseException as e: print('islice([], "a", 1)', type(e).__name__, e)
try:
    print(islice([], 1, "a"))
except BaseException as e: print('islice([], 1, "a")', type(e).__name__, e)
try:
    print(islice([], 1, 1, "a"))
except BaseException as e: print('islice([], 1, 1, "a")', type(e).__name__, e)
try:
    print(islice([], 10**30))
except BaseException as e: print('islice([], 10**30)', type(e).__name__, e)
try:
    print(islice([], x=1))
except BaseException as e: print('islice([], x=1)', type(e).__name__, e)
try:
    print(islice(5, 1))
except BaseException as e: print('islice(5, 1)', type(e).__name__, e)
try:
    it = iter(range(10)); print(list(islice(it, 2, 5)), next(it))
except BaseException as e: print('it = iter(range(10)); print(list(islice(it, 2, 5)), next(it))', type(e).__name__, e)
try:
    it = iter(range(10)); print(list(islice(it, 0)), next(it))
except BaseException as e: print('it = iter(range(10)); print(list(islice(it, 0)), next(it))', type(e).__name__, e)
try:
    it = iter(range(10)); print(list(islice(it, 1, 5, 3)), next(it))
except BaseException as e: print('it = iter(range(10)); print(list(islice(it, 1, 5, 3)), next(it))', type(e).__name__, e)
try:
    print(pairwise())
except BaseException as e: print('pairwise()', type(e).__name__, e)
try:
    print(pairwise(1))
except BaseException as e: print('pairwise(1)', type(e).__name__, e)
try:
    print(pairwise([1], [2]))
except BaseException as e: print('pairwise([1], [2])', type(e).__name__, e)
try:
    print(list(pairwise([])), list(pairwise([1])), list(pairwise([1,2,3])))
except BaseException as e: print('list(pairwise([])), list(pairwise([1])), list(pairwise([1,2,3]))', type(e).__name__, e)
try:
    print(starmap())
except BaseException as e: print('starmap()', type(e).__name__, e)
try:
    print(starmap(pow, 5))
except BaseException as e: print('starmap(pow, 5)', type(e).__name__, e)
try:
    print(list(starmap(pow, [(2,3),[4,2]])), list(starmap(lambda *a: a, ["ab", (), [1]])))
except BaseException as e: print('list(starmap(pow, [(2,3),[4,2]])), list(starmap(lambda *a: a, ["ab", (), [1]]))', type(e).__name__, e)
try:
    print(list(starmap(pow, [5])))
except BaseException as e: print('list(starmap(pow, [5]))', type(e).__name__, e)
try:
    print(list(starmap(5, [()])))
except BaseException as e: print('list(starmap(5, [()]))', type(e).__name__, e)
try:
    print(zip_longest(x=1))
except BaseException as e: print('zip_longest(x=1)', type(e).__name__, e)
try:
    print(zip_longest(1))
except BaseException as e: print('zip_longest(1)', type(e).__name__, e)
try:
    print(list(zip_longest()), list(zip_longest([1,2],[3],fillvalue=0)), list(zip_longest([], [])))
except BaseException as e: print('list(zip_longest()), list(zip_longest([1,2],[3],fillvalue=0)), list(zip_longest([], []))', type(e).__name__, e)
try:
    print(list(zip_longest(I(3), [1])))
except BaseException as e: print('list(zip_longest(I(3), [1]))', type(e).__name__, e)
try:
    z = zip_longest([1],[2,3]); print(next(z), next(z), next(z, "e"), next(z, "e"))
except BaseException as e: print('z = zip_longest([1],[2,3]); print(next(z), next(z), next(z, "e"), next(z, "e"))', type(e).__name__, e)
try:
    print(list(product()), list(product(repeat=0)), list(product([1,2], repeat=2)), list(product([1,2],[3])), list(product([], [1])), list(product([1], repeat=0)))
except BaseException as e: print('list(product()), list(product(repeat=0)), list(product([1,2], repeat=2)), list(product([1,2],[3])), list(product([], [1])), list(product([1], repeat=0))', type(e).__name__, e)
try:
    print(product(repeat="x"))
except BaseException as e: print('product(repeat="x")', type(e).__name__, e)
try:
    print(product(repeat=-1))
except BaseException as e: print('product(repeat=-1)', type(e).__name__, e)
try:
    print(product([1], repeat=10**18))
except BaseException as e: print('product([1], repeat=10**18)', type(e).__name__, e)
try:
    print(product([1], x=1))
except BaseException as e: print('product([1], x=1)', type(e).__name__, e)
try:
    print(product(5))
except BaseException as e: print('product(5)', type(e).__name__, e)
try:
    print(product([1], repeat=2, x=3))
except BaseException as e: print('product([1], repeat=2, x=3)', type(e).__name__, e)
try:
    print(list(permutations([1,2,3])), list(permutations([1,2,3], 2)), list(permutations([], 0)), list(permutations([1], 2)), list(permutations([1,2],0)))
except BaseException as e: print('list(permutations([1,2,3])), list(permutations([1,2,3], 2)), list(permutations([], 0)), list(permutations([1], 2)), list(permutations([1,2],0))', type(e).__name__, e)
try:
    print(permutations())
except BaseException as e: print('permutations()', type(e).__name__, e)
try:
    print(permutations([1], -1))
except BaseException as e: print('permutations([1], -1)', type(e).__name__, e)
try:
    print(permutations([1], "x"))
except BaseException as e: print('permutations([1], "x")', type(e).__name__, e)
try:
    print(permutations([1], 1.0))
except BaseException as e: print('permutations([1], 1.0)', type(e).__name__, e)
try:
    print(permutations([1], 1, 2))
except BaseException as e: print('permutations([1], 1, 2)', type(e).__name__, e)
try:
    print(permutations(5))
except BaseException as e: print('permutations(5)', type(e).__name__, e)
try:
    print(list(combinations([1,2,3,4], 2)), list(combinations([1,2,3], 3)), list(combinations([1,2,3], 0)), list(combinations([], 0)), list(combinations([1], 2)))
except BaseException as e: print('list(combinations([1,2,3,4], 2)), list(combinations([1,2,3], 3)), list(combinations([1,2,3], 0)), list(combinations([], 0)), list(combinations([1], 2))', type(e).__name__, e)
try:
    print(combinations())
except BaseException as e: print('combinations()', type(e).__name__, e)
try:
    print(combinations([1]))
except BaseException as e: print('combinations([1])', type(e).__name__, e)
try:
    print(combinations([1], -1))
except BaseException as e: print('combinations([1], -1)', type(e).__name__, e)
try:
    print(combinations([1], "x"))
except BaseException as e: print('combinations([1], "x")', type(e).__name__, e)
try:
    print(combinations([1], r=1, x=2))
except BaseException as e: print('combinations([1], r=1, x=2)', type(e).__name__, e)
try:
    print(combinations([1], 1, 2))
except BaseException as e: print('combinations([1], 1, 2)', type(e).__name__, e)
try:
    print(combinations([1], 1, r=2))
except BaseException as e: print('combinations([1], 1, r=2)', type(e).__name__, e)
try:
    print(list(combinations_with_replacement([1,2,3], 2)), list(combinations_with_replacement([], 0)), list(combinations_with_replacement([], 1)), list(combinations_with_replacement([1,2], 0)))
except BaseException as e: print('list(combinations_with_replacement([1,2,3], 2)), list(combinations_with_replacement([], 0)), list(combinations_with_replacement([], 1)), list(combinations_with_replacement([1,2], 0))', type(e).__name__, e)
try:
    print(combinations_with_replacement([1], -1))
except BaseException as e: print('combinations_with_replacement([1], -1)', type(e).__name__, e)
try:
    print(combinations_with_replacement([1]))
except BaseException as e: print('combinations_with_replacement([1])', type(e).__name__, e)
try:
    print(batched([1]))
except BaseException as e: print('batched([1])', type(e).__name__, e)
try:
    print(batched([1], 0))
except BaseException as e: print('batched([1], 0)', type(e).__name__, e)
try:
    print(batched([1], -1))
except BaseException as e: print('batched([1], -1)', type(e).__name__, e)
try:
    print(batched([1], "x"))
except BaseException as e: print('batched([1], "x")', type(e).__name__, e)
try:
    print(list(batched([1,2,3], 2)), list(batched([1,2,3], 5)), list(batched([], 5)))
except BaseException as e: print('list(batched([1,2,3], 2)), list(batched([1,2,3], 5)), list(batched([], 5))', type(e).__name__, e)
try:
    print(list(batched([1,2,3], 2, strict=True)))
except BaseException as e: print('list(batched([1,2,3], 2, strict=True))', type(e).__name__, e)
try:
    print(list(batched([1,2,3], n=2, strict=False)))
except BaseException as e: print('list(batched([1,2,3], n=2, strict=False))', type(e).__name__, e)
try:
    print(batched([1], 1, True))
except BaseException as e: print('batched([1], 1, True)', type(e).__name__, e)
try:
    print(batched([1], 2, strct=True))
except BaseException as e: print('batched([1], 2, strct=True)', type(e).__name__, e)
try:
    print(tee())
except BaseException as e: print('tee()', type(e).__name__, e)
try:
    print(tee(1))
except BaseException as e: print('tee(1)', type(e).__name__, e)
try:
    print(tee([], 1, 2))
except BaseException as e: print('tee([], 1, 2)', type(e).__name__, e)
try:
    print(tee([], -1))
except BaseException as e: print('tee([], -1)', type(e).__name__, e)
try:
    print(tee([], "x"))
except BaseException as e: print('tee([], "x")', type(e).__name__, e)
try:
    print(tee([], n=2))
except BaseException as e: print('tee([], n=2)', type(e).__name__, e)
try:
    print(tee([1,2], 0), len(tee([1,2], 3)))
except BaseException as e: print('tee([1,2], 0), len(tee([1,2], 3))', type(e).__name__, e)
try:
    a, b = tee(g()); print(next(a), next(b), list(a), list(b))
except BaseException as e: print('a, b = tee(g()); print(next(a), next(b), list(a), list(b))', type(e).__name__, e)
try:
    a, = tee([1,2], 1); b, c = tee(a); print(list(b), list(c), list(a))
except BaseException as e: print('a, = tee([1,2], 1); b, c = tee(a); print(list(b), list(c), list(a))', type(e).__name__, e)
try:
    print(type(tee([])[0]))
except BaseException as e: print('type(tee([])[0])', type(e).__name__, e)
try:
    print(type(tee([])[0])())
except BaseException as e: print('type(tee([])[0])()', type(e).__name__, e)
try:
    print(list(type(tee([])[0])([1,2])))
except BaseException as e: print('list(type(tee([])[0])([1,2]))', type(e).__name__, e)
try:
    r = Re(); a, b = tee(r); r.t = a; print(next(a))
except BaseException as e: print('r = Re(); a, b = tee(r); r.t = a; print(next(a))', type(e).__name__, e)
try:
    class S(type(tee([])[0])): pass
except BaseException as e: print('class S(type(tee([])[0])): pass', type(e).__name__, e)
try:
    class S(count): pass
except BaseException as e: print('class S(count): pass', type(e).__name__, e)
try:
    print(S(5), S(5).__next__())
except BaseException as e: print('S(5), S(5).__next__()', type(e).__name__, e)
try:
    print(count.__module__, count.__name__, count, repr(type(chain())))
except BaseException as e: print('count.__module__, count.__name__, count, repr(type(chain()))', type(e).__name__, e)
try:
    print(itertools)
except BaseException as e: print('itertools', type(e).__name__, e)
try:
    print(itertools.tee)
except BaseException as e: print('itertools.tee', type(e).__name__, e)
try:
    print(hash(count()) != 0, count() == count())
except BaseException as e: print('hash(count()) != 0, count() == count()', type(e).__name__, e)
try:
    print(count().__next__(1))
except BaseException as e: print('count().__next__(1)', type(e).__name__, e)
try:
    print(count().x)
except BaseException as e: print('count().x', type(e).__name__, e)
try:
    count().x = 5
except BaseException as e: print('count().x = 5', type(e).__name__, e)
try:
    print({count.__init__ is object.__init__})
except BaseException as e: print('{count.__init__ is object.__init__}', type(e).__name__, e)
