# covers: The standard type hierarchy
import math
try: print(math.lcm(0, 'a'))
except TypeError as err: print('TypeError')
