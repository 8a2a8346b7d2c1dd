# covers: Customizing attribute access
import types
class Fn:
    __name__ = 'from class'
    def __call__(self): pass
fn = Fn()
fn.__name__ = 'own name'
print(repr(types.MethodType(fn, 5)))
