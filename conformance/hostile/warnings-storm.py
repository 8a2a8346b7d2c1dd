# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import warnings
class W(Warning):
    def __str__(self): warnings.warn(W()); return ''
    __repr__ = __str__
warnings.simplefilter('always')
try: warnings.warn(W())
except RecursionError: print('rec')
class A:
    def __del__(self): warnings.warn('x' * 1000)
for i in range(3000): A()
def show(*a): warnings.warn('again')
warnings.showwarning = show
try: warnings.warn('x')
except RecursionError: print('rec')
