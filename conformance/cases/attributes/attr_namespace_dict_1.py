# covers: Customizing attribute access
import types
ns = types.SimpleNamespace()
try:
    ns.__dict__ = {'a': 1}
    print('set')
except AttributeError as err: print(err)
