# covers: The standard type hierarchy
# What sys has besides: tracing calls, switch intervals, trampolines, implementation, last exceptions, streams.
import sys
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
tr(sys.call_tracing, max, (1, 2)); tr(sys.call_tracing, max, [1]); tr(sys.call_tracing, 5, ()); tr(sys.call_tracing, lambda: 1 / 0, ())
for n in (0.5, 0, -1, "x", None): tr(sys.setswitchinterval, n)
sys.setswitchinterval(0.005)
print(sys.is_stack_trampoline_active(), type(sys.getunicodeinternedsize()).__name__, sys._clear_type_cache(), sys._framework, len(sys._git))
print(type(sys.implementation).__name__, sys.implementation.version == sys.version_info, sys.implementation.hexversion == sys.hexversion, sys.hexversion >> 16 == 0x30d, sys.api_version)
try:
    sys.last_exc
except AttributeError as e:
    print(e)
try:
    sys.nothing
except AttributeError as e:
    print(e, e.name, e.obj is sys, e.__traceback__.tb_next)
print("implementation" in dir(sys), sys.float_repr_style, sys.maxsize, sys.getfilesystemencoding(), sys.getdefaultencoding())
for name in ("setrecursionlimit", "set_int_max_str_digits", "intern", "settrace", "getrefcount", "getsizeof", "excepthook", "unraisablehook"):
    tr(getattr(sys, name))
hook, out = sys.displayhook, sys.stdout
import builtins, io
sys.stdout = s = io.StringIO(); hook(None); hook([1]); sys.stdout = out
print(repr(s.getvalue()), builtins._)
sys.stdout = None; print("lost"); sys.stdout = out
del sys.stdout
try:
    print("no stdout")
except RuntimeError as e:
    sys.stdout = out; print(e)
try:
    hook_of = sys.displayhook; del sys.stdout; hook(5)
except RuntimeError as e:
    sys.stdout = out; print(e)
