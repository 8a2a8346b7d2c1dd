# covers: Objects, values and types
# The module warnings: filters, registries, what is shown and what is raised; stderr too.
import warnings, sys
sys.stderr = sys.stdout
warnings.resetwarnings()
print(bool(NotImplemented), ~True)
for i in range(3): warnings.warn('x')
warnings.warn('y', DeprecationWarning)
def f(): warnings.warn('lvl2', UserWarning, stacklevel=2)
f()
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    warnings.warn('rec'); warnings.warn('rec', RuntimeWarning)
    print([(str(w.message), w.category.__name__, w.lineno) for w in log])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('err', SyntaxWarning)
    except SyntaxWarning as e: print('raised', e)
    try: bool(NotImplemented)
    except DeprecationWarning as e: print('raised', e)
warnings.filterwarnings('ignore', 'foo')
warnings.warn('foobar'); warnings.warn('barfoo')
print(warnings.filters[0][0], len(warnings.filters))
async def co(): pass
co()
try: warnings.warn('a', int)
except TypeError as e: print(e)
@warnings.deprecated('old')
def g(): return 1
print(g(), g.__deprecated__)
warnings.warn_explicit('expl', UserWarning, 'file.py', 12)
for k in range(2): warnings.warn('once?', UserWarning)
