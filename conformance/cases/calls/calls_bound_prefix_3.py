# covers: Emulating callable objects
import types
try: types.MappingProxyType({}).copy(1)
except TypeError as err: print(err)
