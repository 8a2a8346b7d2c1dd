# covers: The standard type hierarchy
# atexit: order, arguments, what is forgotten, what is registered while they run, errors.
import atexit, sys
def say(*a, **k): print("say", a, k)
atexit.register(say, 1, x=2); atexit.register(print, "second")
print(atexit._ncallbacks())
@atexit.register
def decorated(): print("decorated")
atexit.unregister(print); atexit.unregister(len)
print(decorated.__name__)
for a in ((), (5,), ("x", 1)):
    try:
        atexit.register(*a)
    except TypeError as e:
        print(e)
atexit._run_exitfuncs()
print(atexit._ncallbacks())
class Same:
    def __init__(self, n): self.n = n
    def __eq__(self, o): print("eq", self.n); return True
    def __call__(self): print("called", self.n)
    __hash__ = None
atexit.register(Same(1)); atexit.register(Same(2)); atexit.unregister(Same(3))
atexit.register(say, "kept"); atexit._clear()
def nested():
    print("nested"); atexit.register(say, "inner")
atexit.register(say, "last"); atexit.register(nested); atexit.register(lambda: 1 / 0); atexit.register(lambda: sys.exit("odd"))
sys.unraisablehook = lambda u: print("unraisable", u.exc_type.__name__, u.exc_value)
atexit.register(print, "first")
print("end")
