# covers: Emulating container types
# The parts and states that iterators of itertools are taken apart into, and iterators with a state set.
import warnings
warnings.simplefilter("ignore")
from itertools import *
import operator

def step(iterator, count):
    for _ in range(count):
        next(iterator)
    return iterator

def over(iterator):
    for _ in iterator:
        pass
    return iterator

def shown(part):
    if isinstance(part, tuple):
        return "(" + ", ".join(map(shown, part)) + ")"
    if isinstance(part, (int, float, str, list, type(None), type)):
        return repr(part)
    return "<" + type(part).__name__ + ">"

L = [10, 20, 30, 40]
for make in (
        lambda: accumulate(L), lambda: step(accumulate(L), 2), lambda: accumulate(L, initial=5),
        lambda: step(accumulate(L, operator.mul, initial=5), 1), lambda: step(accumulate([None, 1], max), 1),
        lambda: chain(L, "ab"), lambda: step(chain(L, "ab"), 1), lambda: over(chain(L, "ab")),
        lambda: combinations(L, 2), lambda: step(combinations(L, 2), 2), lambda: over(combinations(L, 2)),
        lambda: combinations(L, 9), lambda: step(combinations_with_replacement(L, 2), 2),
        lambda: permutations(L, 2), lambda: step(permutations(L, 2), 2), lambda: over(permutations(L, 2)),
        lambda: product("ab", "cd"), lambda: step(product("ab", "cd"), 3), lambda: over(product("ab", "cd")),
        lambda: product("ab", repeat=2), lambda: product("", "a"), lambda: product(),
        lambda: step(compress("abc", [1, 0, 1]), 1), lambda: step(count(3), 2), lambda: count(0.5), lambda: count(2**70),
        lambda: cycle(L), lambda: step(cycle(L), 1), lambda: step(cycle(L), 6),
        lambda: dropwhile(bool, L), lambda: step(dropwhile(lambda x: x < 20, L), 1), lambda: over(takewhile(lambda x: x < 20, L)),
        lambda: filterfalse(None, L), lambda: starmap(pow, [(1, 2)]),
        lambda: islice(L, 1, 3), lambda: step(islice(L, 1, 4, 2), 1), lambda: islice(L, None), lambda: over(islice(L, 2)),
        lambda: repeat(5), lambda: step(repeat(5, 3), 1), lambda: zip_longest("ab", "c"),
        lambda: step(zip_longest("ab", "c", fillvalue=7), 2), lambda: groupby("aab"), lambda: step(groupby("aab"), 1)):
    print(shown(make().__reduce__()))

def state(iterator, state):
    try:
        iterator.__setstate__(state)
        print(list(islice(iterator, 6)))
    except Exception as error:
        print(type(error).__name__, error)

state(accumulate(L), 100)
state(chain(), (iter([[1], [2]]), iter([9])))
for given in ((), ([1],), (iter(L), 1), 5, (1, 2, 3)):
    state(chain(), given)
for given in ((1, 2), (9, 9), (1,), 5, ("a", "b")):
    state(combinations(L, 2), given)
    state(combinations_with_replacement(L, 2), given)
    state(product("ab", "cd"), given)
for given in (((0, 1, 2, 3), (4, 3)), ((0, 1, 2), (4, 3)), 5, ((9, 9, 9, 9), (9, 9))):
    state(permutations(L, 2), given)
for given in (([1, 2], True), ([1, 2], False), 5, ([1], 2, 3), ((), 1), ([], "x")):
    state(cycle(L), given)
state(dropwhile(lambda x: x < 20, L), 1)
state(takewhile(lambda x: x < 20, L), 1)
state(islice(L, 3), 1)
state(islice(L, 3), "x")
state(zip_longest("ab", "c"), 7)
warnings.simplefilter("error")
try:
    count().__reduce__()
except DeprecationWarning as warning:
    print(warning)
class Sub(chain):
    pass
try:
    Sub([1], x=2)
except TypeError as error:
    print(error)
