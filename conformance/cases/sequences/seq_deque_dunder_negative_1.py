# covers: Emulating container types
import collections
d = collections.deque([1, 2])
try: print(d.__getitem__(-1))
except IndexError as err: print(err)
