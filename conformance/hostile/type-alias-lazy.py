# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
type X = X
X.__value__
type Y = Y.__value__
try: Y.__value__
except RecursionError: print('rec')
type Z[T: Z.__type_params__[0].__bound__] = T
try: Z.__type_params__[0].__bound__
except RecursionError: print('rec')
def f[T: f.__type_params__[0].__bound__](): pass
try: f.__type_params__[0].__bound__
except RecursionError: print('rec')
type L[T] = list[L[L[T]]]
x = L
for i in range(2000): x = L[x]
try: repr(x)
except RecursionError: print('rec')
