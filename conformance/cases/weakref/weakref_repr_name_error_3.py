# covers: Objects, values and types
import weakref
class C:
    def __getattribute__(self, name): raise ZeroDivisionError(name)
c = C()
try: print(repr(weakref.ref(c))[:12])
except ZeroDivisionError as err: print('raised', err)
