# covers: Emulating callable objects
import types
try: print(types.CellType(key=1) is not None)
except TypeError as err: print(err)
