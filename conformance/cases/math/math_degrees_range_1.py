# covers: The standard type hierarchy
import math
try: print(math.degrees(1e308))
except OverflowError: print('OverflowError')
