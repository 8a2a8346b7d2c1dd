# covers: Objects, values and types
import gc
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
ring = []
ring.append(ring)
del ring
gc.collect()
gc.set_debug(0)
print(len(gc.garbage))
