# covers: Customizing module attribute access; module.__getattr__; module.__dir__; module.__class__
# Module objects made by hand, subclassed, with their class changed.
import sys
import types
m = types.ModuleType("m", "doc")
print(m.__name__, m.__doc__, m.__package__, m.__loader__, m.__spec__, repr(m), type(m))
m.x = 1
m.__getattr__ = lambda name: f"computed {name}"
m.__dir__ = lambda: ["z", "y"]
print(m.x, m.anything, dir(m), hasattr(m, "q"))
del m.__getattr__
for f in (lambda: m.nothing, lambda: delattr(m, "nothing"), lambda: setattr(m, "__dict__", {}), lambda: setattr(m, "__class__", int), lambda: setattr(m, "__class__", object), lambda: m(), lambda: m.__name__.nothing, lambda: types.ModuleType("a", "b", "c"), lambda: types.ModuleType(name="kw").__name__):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
class Sub(types.ModuleType):
    @property
    def prop(self): return "prop of " + self.__name__
    def __call__(self): return "called"
    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)
m.__class__ = Sub
print(m.prop, m(), m.x)
m.y = 2
sys.modules["made_up"] = m
import made_up
from made_up import x, prop
print(made_up is m, x, prop)
try:
    from made_up import nope
except ImportError as e:
    print(e, e.name)
sys.modules["odd"] = 5
import odd
print(odd)
sys.modules["none"] = None
try:
    import none
except ImportError as e:
    print(type(e).__name__, e)
try:
    import does_not_exist.sub
except ImportError as e:
    print(type(e).__name__, e, e.name)
del m.__name__
try:
    print(repr(m))
    m.zzz
except AttributeError as e:
    print(e)
del sys.modules["made_up"], sys.modules["odd"], sys.modules["none"]
this = sys.modules["__main__"]
this.injected = "global now"
print(injected, vars(this) is globals(), this.__dict__ is globals())
try:
    import sys.nope
except ImportError as e:
    print(e)
