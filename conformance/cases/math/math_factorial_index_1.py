# covers: The standard type hierarchy
import math
class F(float):
    def __index__(self): return 5
try: print(math.factorial(F(2.5)))
except TypeError as err: print(err)
