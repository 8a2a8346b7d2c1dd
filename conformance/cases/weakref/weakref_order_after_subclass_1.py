# covers: Objects, values and types
import weakref
class R(weakref.ref): pass
class O: pass
o = O()
first = R(o)
std = weakref.ref(o)
third = R(o)
print([type(x).__name__ for x in weakref.getweakrefs(o)])
