# covers: Emulating container types
import collections
try: collections.OrderedDict().pop((1,))
except KeyError as err: print(err)
