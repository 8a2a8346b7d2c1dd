# covers: Customizing attribute access
import types
class L:
    def __repr__(self): return '<loader>'
m = types.ModuleType('foo')
m.__loader__ = L()
print(m)
