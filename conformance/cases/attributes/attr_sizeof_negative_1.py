# covers: Customizing attribute access
import sys
class A:
    def __sizeof__(self): return -1
try: print(sys.getsizeof(A()))
except ValueError as err: print(err)
