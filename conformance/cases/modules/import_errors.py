# covers: The standard type hierarchy; module.__name__
"""What ImportError knows of the module, its file and the name that is missing."""

import sys
for s in ('from sys import exti', 'import nope', 'import sys.foo', 'from sys import a, b', 'from nope import x', 'from . import x'):
    try: exec(s)
    except ImportError as e: print(s, e.name, e.path, e.name_from, e.msg)
sys.modules['q'] = 5
try: exec('from q import x')
except ImportError as e: print(s, e.name, e.path, e.name_from, e.msg)
import types
m = types.ModuleType('m'); sys.modules['m'] = m; m.__file__ = '/x/y'
try: exec('from m import x')
except ImportError as e: print(s, e.name, e.path, e.name_from, e.msg)
del m.__name__
try: exec('from m import x')
except ImportError as e: print(s, e.name, e.path, e.name_from, e.msg)
m.__name__ = 5
try: exec('from m import x')
except ImportError as e: print(s, e.name, e.path, e.name_from, e.msg)
m.__name__ = 'm'; m.__spec__ = types.SimpleNamespace(origin='/or', has_location=True, _initializing=False)
try: exec('from m import x')
except ImportError as e: print(s, e.name, e.path, e.name_from, e.msg)
m.__spec__._initializing = True
try: exec('from m import x')
except ImportError as e: print(s, e.name, e.path, e.name_from, e.msg)
try: m.zz
except AttributeError as e: print(e)
m.__spec__ = None
try: exec('from m import x')
except ImportError as e: print(s, e.name, e.path, e.name_from, e.msg)
sys.modules['n'] = None
try: import n
except ImportError as e: print(s, e.name, e.path, e.name_from, e.msg)
