# covers: Implementing Descriptors; Invoking Descriptors
import types
class D:
    @types.DynamicClassAttribute
    def x(self): "old"
    @x.getter
    def x(self): "new"
print(D.__dict__['x'].__doc__)
