# covers: Emulating container types; __rsub__
# Sets and frozensets: operations, comparisons, updates, what they accept and refuse.
a, b = {1, 2, 3}, frozenset({3, 4})
print(a | b, a & b, a - b, a ^ b, b | a, type(a | b), type(b | a), b - a, b ^ a)
print(a.union([5], (6,)), a.intersection([1, 2], {2}), a.difference([1], [2]), a.symmetric_difference([1, 9]), a.union(), a.intersection() is a, b.union() is b, b.copy() is b, a.copy() is a)
print(a <= {1, 2, 3, 4}, a < a, a <= a, a >= {1}, a > {1, 9}, a == {3, 2, 1}, a == frozenset(a), {1} != {1.0}, a.issubset([1, 2, 3, 4]), a.issuperset("x"), a.isdisjoint([4]), set() < {1}, a == [1, 2, 3])
s = {1}
s.add(2)
s.update([3], "a")
s.discard("a")
s.discard("nothing")
s.remove(3)
s |= {7}
s &= {1, 7}
s ^= {7, 8}
s -= {8}
print(s, s.pop(), s, s.clear(), s)
s.difference_update({1}, {2})
s.update()
s.intersection_update([1])
s.symmetric_difference_update([1, 2])
print(s)
for f in (lambda: a | [1], lambda: a.union(5), lambda: a + a, lambda: {[]}, lambda: a.add([]), lambda: a.remove(99), lambda: a.remove([]), lambda: set().pop(), lambda: hash(a), lambda: a < [1], lambda: [] in a, lambda: {1} in a, lambda: {1} in {frozenset({1})}, lambda: set(5), lambda: set(1, 2), lambda: set(x=1), lambda: frozenset(x=1), lambda: a[0], lambda: b.add(1), lambda: a.__ior__([1]), lambda: a.__or__([1]), lambda: a.discard([]), lambda: {frozenset({1}), 2}.remove({1}), lambda: a.update(5), lambda: a.issubset(5), lambda: frozenset([[]]), lambda: set.add(b, 1), lambda: a.isdisjoint(), lambda: {1} < 5, lambda: sorted([{1, 2}, {1}])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
x = {1}
y = x
x |= {2}
print(y, x is y)
z = b
z |= {9}
print(b, z)
x -= x
print(x, set(), frozenset(), {*()}, frozenset({1}), repr(set("a")), set("aab") == {"a", "b"}, frozenset(b) is b, {1, True, 1.0}, {*range(3), *"a"} == {0, 1, 2, "a"})
class S(set):
    pass
class F(frozenset):
    pass
print(S({1}), F([1]), type(S({1}) | {2}), type({2} | S({1})), type(S().copy()), type(F() | F()), F([1]).copy(), S([1]) == {1}, {F([1]): "x"}[frozenset([1])], type(frozenset(F())))
r = S()
class Self:
    def __hash__(self):
        return 1
    def __repr__(self):
        return repr(r)
r.add(Self())
print(r)
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {x for x in range(10) if x % 3 == 0}, [*{3: 0, 1: 0}], min({3, 1}), len({1: 1}.keys() | {2}))
print(set([1, 2]).__init__([5]), a.__contains__(1), a.__len__(), a.__rsub__({1, 9}), a.__and__([1]), a.__sub__({1}))
