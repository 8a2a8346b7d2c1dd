# covers: The standard type hierarchy
# ours: graphlib
# graphlib: orders, groups that are ready, cycles, misuse.
from graphlib import *
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e.args)
def groups(graph):
    t = TopologicalSorter(graph); t.prepare(); out = []
    while t.is_active():
        ready = t.get_ready(); out.append(sorted(ready)); t.done(*ready)
    return out
for g in ({}, {1: [2]}, {"d": "bc", "b": "a", "c": "a"}, {1: [2, 3], 2: [4], 3: [4], 5: [], 6: [1, 1]}, {n: range(n) for n in range(5)}):
    print(groups(g), list(TopologicalSorter(g).static_order()))
for g in ({1: [1]}, {1: [2], 2: [1]}, {1: [2], 2: [3], 3: [4], 4: [2]}):
    tr(lambda: list(TopologicalSorter(g).static_order()))
t = TopologicalSorter()
t.add(1, 2, 3); t.add(2, 4); t.add(1, 5); t.add(7)
tr(t.get_ready); tr(t.done, 1); tr(t.is_active); tr(t.add, [1]); tr(t.add, 1, [2])
t.prepare(); tr(t.prepare); tr(t.add, 9)
print(sorted(t.get_ready()), t.get_ready(), t.is_active(), bool(t))
tr(t.done, 1); tr(t.done, "zz"); tr(t.done, 4); tr(t.done, 4); tr(t.done, 3, 5, 7)
tr(t.get_ready); tr(t.done, 2); tr(t.get_ready); tr(t.is_active); tr(t.done, 1); tr(t.is_active); tr(t.get_ready)
c = TopologicalSorter({1: [2], 2: [1], 3: []})
try:
    c.prepare()
except CycleError as e:
    print(isinstance(e, ValueError), e.args[1] in ([1, 2, 1], [2, 1, 2]))
print(c.get_ready(), TopologicalSorter[int])
