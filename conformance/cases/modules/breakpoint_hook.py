# covers: The standard type hierarchy
# breakpoint calls what PYTHONBREAKPOINT names in os.environ, and warns of what it does not find.
import builtins, sys, types, warnings
try: import os
except ImportError:
    os = sys.modules["os"] = types.ModuleType("os")
    os.environ = {}
warnings.simplefilter("always")
def tell(value, *args, **kwargs):
    os.environ["PYTHONBREAKPOINT"] = value
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try: made = breakpoint(*args, **kwargs)
        except Exception as e: made = repr(e)
    print(value, repr(made), [(w.category.__name__, str(w.message)) for w in caught])
tell("int", "7")
tell("builtins.str", b"a", encoding="ascii")
tell("0", 1, 2)
for name in (".", "..", ".foo", "foo.", ".int", "int.", ".foo.bar", "/.", "no_such.name", "sys.no_such"):
    tell(name)
sys.breakpointhook = lambda *args: ("mine", args)
print(breakpoint(1, 2))
