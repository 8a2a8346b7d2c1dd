# covers: Emulating container types
# Each iterator of itertools on plain inputs.
from itertools import *
print(list(islice(count(5), 3)), list(islice(count(1, -2), 3)), list(islice(count(0.5, 0.25), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(islice(repeat(0), 2)))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=10)), list(accumulate([])), list(accumulate([], initial=5)), list(chain("ab", [1])), list(chain.from_iterable([[1], "x"])), list(chain()))
print(list(compress("abcd", [1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(None, [0, 1, ""])), list(filterfalse(lambda x: x % 2, range(4))), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest()), list(pairwise("abcd")), list(pairwise("a")), list(batched("abcdefg", 3)))
print(list(islice("abcdef", 2)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)), list(islice("abc", 5, 10)), list(islice("abc", None)))
print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(product("a", [])), list(permutations("abc", 2)), list(permutations([1, 2])), list(permutations("a", 2)), list(combinations("abcd", 2)), list(combinations("a", 2)), list(combinations_with_replacement("ab", 2)), list(combinations("abc", 0)))
print([(k, list(g)) for k, g in groupby("aabbca")], [(k, list(g)) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)], [k for k, g in groupby("aab")])
groups = groupby("aab")
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2))
a, b, c = tee([1, 2, 3], 3)
print(next(a), next(a), list(b), list(a), list(c), tee([], 0), len(tee("x")))
for f in (lambda: islice("a", -1), lambda: islice("a", 1, 2, 0), lambda: islice("a", "x"), lambda: islice("a"), lambda: count("x"), lambda: repeat(), lambda: repeat(1, "x"), lambda: list(repeat(1, -5)), lambda: product(5), lambda: product("a", repeat=-1), lambda: permutations("a", -1), lambda: combinations("a", -1), lambda: combinations("a"), lambda: list(starmap(pow, [5])), lambda: list(chain(5)), lambda: chain.from_iterable(5), lambda: list(chain.from_iterable([5])), lambda: list(accumulate(["a", 1])), lambda: batched("a", 0), lambda: list(batched("abcd", 3, strict=True)), lambda: cycle(5), lambda: list(cycle([])), lambda: tee(5), lambda: tee([], -1), lambda: zip_longest(5), lambda: list(groupby([1], 5)), lambda: pairwise(5), lambda: list(compress("ab", 5)), lambda: takewhile(5), lambda: repeat(1, 3), lambda: count(3), lambda: count(1, 2), lambda: next(count(10**20)), lambda: list(takewhile(5, [1]))):
    try:
        r = f()
        print(repr(r))
    except Exception as e:
        print(type(e).__name__, e)
it = dropwhile(lambda x: 1 // x > 0 if x else False, [1, 2, 0])
print(next(it), list(it), count(5).__next__(), iter(it) is it)
