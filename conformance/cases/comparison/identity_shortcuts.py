# covers: Basic customization; __eq__; __ne__
# Containers compare identical items as equal without asking; operators ask.
class Never:
    def __eq__(self, other): return False
    def __ne__(self, other): return True
    def __hash__(self): return 1
n = Never()
print(n == n, n != n, [n] == [n], (n,) == (n,), {n} == {n}, {1: n} == {1: n}, n in [n], n in (n,), n in {n}, [n].index(n), [n].count(n), {n: 1}[n], [n] != [n], n in {1: n}.values(), (1, n) in {1: n}.items())
import collections, operator
print(collections.deque([n]) == collections.deque([n]), n in collections.deque([n]), operator.countOf([n], n), operator.contains([n], n), operator.indexOf([n], n))
class Anyway:
    def __eq__(self, other): return True
a = Anyway()
print(a == None, None == a, a in [1], 1 in [a], [1] == [a], [a].remove(5), (a,) < (a,), a != 1, 1 != a)
class NeOnly:
    def __ne__(self, other): return "ne"
print(NeOnly() != 1, NeOnly() == 1, 1 != NeOnly(), [NeOnly()] != [NeOnly()])
class EqOnly:
    def __eq__(self, other): return "eq"
print(EqOnly() != 1, EqOnly() == 1, not EqOnly() != 1)
class EqNone:
    def __eq__(self, other): return None
print(EqNone() != 1, EqNone() in [1], [EqNone()] == [1])
class Lt:
    def __lt__(self, other): return "lt"
print(Lt() < 1, 1 > Lt(), Lt() > Lt(), (Lt(),) < (1,), [Lt()] < [2])
for f in (lambda: Lt() <= 1, lambda: Lt() > 1, lambda: (Lt(),) <= (1,), lambda: max(Lt(), Lt()).__class__.__name__):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(object() == object(), object() != object(), object.__eq__(1, 2), object.__eq__(5, 5) is not None, object.__ne__(1, 1.0), object.__lt__(1, 2))
