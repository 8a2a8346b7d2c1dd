# covers: The standard type hierarchy
import math
try: print(round(math.asinh(1e308), 6))
except OverflowError: print('OverflowError')
