# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import itertools
for f in (lambda:itertools.product([1,2],repeat=10**9),lambda:itertools.product([1,2],repeat=3000000),lambda:itertools.permutations(range(10**9)),lambda:next(itertools.permutations(range(500000))),lambda:next(itertools.combinations(range(500000),400000)),lambda:next(itertools.combinations(range(5),10**12)),lambda:next(itertools.combinations_with_replacement([1],10**9)),lambda:next(itertools.combinations_with_replacement([1],10**7)),lambda:itertools.tee([],10**9),lambda:itertools.tee([],10**7),lambda:next(itertools.batched(itertools.repeat(1),10**9)),lambda:list(itertools.islice(itertools.count(),10**9)),lambda:list(itertools.chain.from_iterable(itertools.repeat([1]))),lambda:list(itertools.zip_longest(itertools.count(),[])),lambda:list(itertools.accumulate(itertools.repeat(1))),lambda:[*itertools.pairwise(itertools.count())],lambda:list(itertools.product(range(10**9))),lambda:itertools.cycle(itertools.count()).__next__()):
    try: f()
    except (MemoryError,ValueError,OverflowError,TypeError) as e: pass
t=itertools.tee(itertools.count(),2)
try:
    while 1: next(t[0])
except MemoryError: print('me')
