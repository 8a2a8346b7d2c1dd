# covers: Emulating callable objects
import types
try: print(types.CellType(contents=5).cell_contents)
except TypeError as err: print('TypeError')
