# covers: module.__file__
# A folder without a file is a package, whose parts may lie in several places.
import sys
here = __file__.rpartition("/")[0]
root = here.rpartition("/")[0]
def shown(x): return repr(x).replace(root, "ROOT")
sys.path.insert(0, root)
import hashing
print(shown(hashing), shown(hashing.__path__), shown(list(hashing.__path__)), hashing.__package__, hashing.__file__, hashing.__doc__, hashing.__name__)
spec = hashing.__spec__
print(spec.name, spec.parent, spec.origin, spec.has_location, shown(spec.submodule_search_locations), type(spec.loader).__name__, hashing.__loader__ is spec.loader)
print(sorted(dir(hashing)), sys.modules["hashing"] is hashing)
for text in ("import hashing.nothing", "from hashing import nothing", "import no_such_folder", "from . import x", "import hashing.nothing.more", "from hashing.nothing import x"):
    try:
        exec(text)
    except ImportError as e:
        print(text, type(e).__name__, e, e.name)
hashing.attribute = 5
from hashing import attribute
print(attribute, __import__("hashing") is hashing)
del sys.modules["hashing"]
sys.path.remove(root)
try:
    import hashing
except ImportError as e:
    print(e)
