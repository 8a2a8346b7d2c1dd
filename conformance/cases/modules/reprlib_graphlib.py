# covers: The standard type hierarchy
# reprlib's limits, graphlib's orders and cycles, numbers' classes, keyword's lists.
import reprlib, graphlib, numbers, keyword
from collections import deque
print(reprlib.repr('x' * 50), reprlib.repr(list(range(20))), reprlib.repr(set('abcdefghij')), reprlib.repr(10 ** 60))
print(reprlib.repr({i: i for i in range(9)}), reprlib.repr(deque(range(9))), reprlib.repr((1,)), reprlib.repr(frozenset()))
nested = []
for _ in range(10): nested = [nested]
print(reprlib.repr(nested), reprlib.repr(object)[:20])
r = reprlib.Repr(maxlist=2, maxstring=8, fillvalue='++', indent=2)
print(r.repr([1, [2, 3, 4], 'abcdefghijkl']))
class Loud:
    def __repr__(self): raise ValueError
print(reprlib.repr(Loud())[:18])
class Ring(list):
    @reprlib.recursive_repr('<again>')
    def __repr__(self): return '<' + '|'.join(map(repr, self)) + '>'
ring = Ring('ab'); ring.append(ring); print(ring, Ring.__repr__.__name__)
for indent in (-1, 1.5):
    try:
        reprlib.Repr(indent=indent).repr([1])
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
ts = graphlib.TopologicalSorter({'d': {'b', 'c'}, 'b': {'a'}, 'c': {'a'}})
ts.prepare()
while ts:
    ready = ts.get_ready()
    print(sorted(ready)); ts.done(*ready)
print(list(graphlib.TopologicalSorter({3: [2], 2: [1]}).static_order()))
try:
    graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare()
except graphlib.CycleError as e:
    print(e.args[0], len(e.args[1]), e.args[1][0] == e.args[1][-1])
t = graphlib.TopologicalSorter()
t.add('x', 'y')
for call in (lambda: t.get_ready(), lambda: t.prepare(), lambda: t.prepare(), lambda: t.add('z'), lambda: t.done('q'), lambda: t.done('x'), lambda: t.get_ready(), lambda: t.done('y'), lambda: t.done('y')):
    try:
        print(call())
    except ValueError as e:
        print(e)
print([[isinstance(x, k) for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)] for x in (1, True, 1.5, 2j, 'n')])
class Whole(numbers.Integral):
    pass
try:
    Whole()
except TypeError as e:
    print(str(e)[:60])
print(keyword.iskeyword('match'), keyword.issoftkeyword('match'), keyword.iskeyword('lambda'), len(keyword.kwlist), keyword.softkwlist)
