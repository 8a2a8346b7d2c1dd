# covers: Customizing module attribute access; module.__getattr__; module.__dir__; module.__class__
import types

m = types.ModuleType("m", "the doc")
print(m.__name__, m.__doc__, m.__dict__["__name__"])
try:
    m.missing
except AttributeError as e:
    print(e)


def __getattr__(name):
    if name == "lazy":
        return "made now"
    raise AttributeError(f"no {name} here")


m.__getattr__ = __getattr__
print(m.lazy)
try:
    m.other
except AttributeError as e:
    print(e)
print(getattr(m, "nothing", "default"), hasattr(m, "lazy"))
m.__dir__ = lambda: ["b", "a"]
print(dir(m))


class Verbose(types.ModuleType):
    def __setattr__(self, name, value):
        print("setting", name)
        super().__setattr__(name, value)

    @property
    def answer(self):
        return 42


m.__class__ = Verbose
m.x = 1
print(m.x, m.answer, type(m).__name__)
try:
    m.__class__ = int
except TypeError as e:
    print(e)
