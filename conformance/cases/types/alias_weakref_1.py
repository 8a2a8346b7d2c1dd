# covers: Emulating generic types
import weakref
alias = list[int]
try: print(weakref.ref(alias)() is alias)
except TypeError as err: print(err)
