# covers: The standard type hierarchy
import collections
try: del collections.Counter().missing
except AttributeError as err: print(err.name)
