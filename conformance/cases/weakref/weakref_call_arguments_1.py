# covers: Objects, values and types
import weakref
class O: pass
o = O()
try: weakref.ref(o)(a=1)
except TypeError as err: print(err)
