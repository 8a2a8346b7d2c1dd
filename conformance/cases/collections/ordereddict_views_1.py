# covers: Emulating container types
import collections
print(collections.OrderedDict(a=1).keys())
