# covers: The standard type hierarchy; module.__name__
# importlib: import_module, specs and modules by hand, namespace packages in the repr of a module.
import importlib, importlib.machinery, importlib.util, importlib.abc, sys, types
print(importlib.import_module("collections.abc") is sys.modules["collections.abc"])
print(importlib.import_module(".abc", "collections").__name__)
def tell(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
tell(lambda: importlib.import_module(""))
tell(lambda: importlib.import_module(".x"))
tell(lambda: importlib.import_module("no_such_module"))
tell(lambda: importlib.import_module("..x", "a"))
tell(lambda: importlib.util.resolve_name(".a", "b.c"))
tell(lambda: importlib.util.resolve_name("..a", "b.c"))
tell(lambda: importlib.util.resolve_name(".", "b.c"))
tell(lambda: importlib.util.resolve_name("a", None))
tell(lambda: importlib.util.resolve_name(".a", ""))
tell(lambda: importlib.util.resolve_name("...a", "b.c"))
tell(lambda: importlib.util.find_spec("no_such_module"))
tell(lambda: importlib.reload(3))
tell(lambda: importlib.reload(types.ModuleType("loose")))
spec = importlib.machinery.ModuleSpec("foo", None)
print(spec, spec.parent, spec.has_location, spec == importlib.machinery.ModuleSpec("foo", None))
module = importlib.util.module_from_spec(spec)
print(module, module.__name__, module.__spec__ is spec, module.__loader__, module.__package__)
loader = importlib.machinery.NamespaceLoader("foo", ["bar", "baz"], None)
named = importlib.machinery.ModuleSpec("foo", loader)
module = types.ModuleType("foo")
module.__loader__, module.__spec__ = loader, named
print(module, list(loader._path), loader._path, loader.is_package("foo"), repr(loader.get_source("foo")))
class Loader:
    _path = ["spam"]
    def __repr__(self): return "<mine>"
    def create_module(self, spec): return None
    def exec_module(self, module): module.x = 5
module.__spec__ = importlib.machinery.ModuleSpec("foo", Loader())
print(module)
made = importlib.util.module_from_spec(importlib.util.spec_from_loader("made", Loader(), origin="here"))
print(made, importlib.abc.Loader.__name__, issubclass(importlib.machinery.NamespaceLoader, importlib.abc.Loader))
print(importlib.machinery.SOURCE_SUFFIXES, importlib.invalidate_caches())
