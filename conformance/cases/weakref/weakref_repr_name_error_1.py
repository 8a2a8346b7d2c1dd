# covers: Objects, values and types
import weakref
class C:
    def __getattr__(self, name):
        raise KeyError(name)
c = C()
try: print(repr(weakref.ref(c))[:12])
except KeyError as err: print('KeyError', err)
