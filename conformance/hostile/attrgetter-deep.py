# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import operator
class A: pass
a = A(); a.a = a
operator.attrgetter('.'.join(['a'] * 300000))(a)
operator.itemgetter(*range(100000))(range(100000))
m = operator.methodcaller('__eq__', 1)
class B:
    def __getattr__(self, n): return operator.attrgetter(n)(self)
try: B().x
except RecursionError: print('rec')
