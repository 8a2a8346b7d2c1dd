# covers: The standard type hierarchy
# Whether dicts and what derives from dict are tracked.
import gc
class D(dict): pass
for v in ({}, {1: 2}, {1: []}, D(), D(a=1)):
    print(type(v).__name__, gc.is_tracked(v), gc.collect() * 0, gc.is_tracked(v))
