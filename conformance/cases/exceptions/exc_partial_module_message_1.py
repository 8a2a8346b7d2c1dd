# covers: The standard type hierarchy
import types
m = types.ModuleType('q')
class Spec: _initializing = True
m.__spec__ = Spec()
try: m.zz
except AttributeError as err: print(err)
