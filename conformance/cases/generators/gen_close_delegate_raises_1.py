# covers: The standard type hierarchy
import sys
sys.unraisablehook = lambda info: print('ignored', info.exc_type.__name__)
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    @property
    def close(self): raise ValueError('x')
def outer(): yield from It()
gen = outer()
next(gen)
try: print(gen.close())
except ValueError: print('raised')
