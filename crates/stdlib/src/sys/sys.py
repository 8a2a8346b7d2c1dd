"""The interpreter itself."""


from _structseq import make as _make


def _record(name, fields, values, doc):
    """The only record of its class."""
    kind = _make("sys", name, tuple(fields.split()), doc=doc)
    record = tuple.__new__(kind, values)

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create 'sys.{name}' instances")

    kind.__new__ = __new__
    _seal(kind)
    return record


version_info = _record(
    "version_info", "major minor micro releaselevel serial", (3, 13, 0, "final", 0),
    "sys.version_info\n\nVersion information as a named tuple.")
float_info = _record(
    "float_info",
    "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds",
    (1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
     2.220446049250313e-16, 2, 1),
    "What floats of 64 bits can hold.")
int_info = _record(
    "int_info",
    "bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold",
    (30, 4, 4300, 640), "What is known of integers.")
hash_info = _record(
    "hash_info",
    "width modulus inf nan imag algorithm hash_bits seed_bits cutoff",
    (64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0),
    "How numbers and strings are hashed.")
flags = _record(
    "flags",
    "debug inspect interactive optimize dont_write_bytecode no_user_site no_site "
    "ignore_environment verbose bytes_warning quiet hash_randomization isolated dev_mode "
    "utf8_mode warn_default_encoding safe_path int_max_str_digits",
    (0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, False, 0, 0, False, 4300),
    "What the command line asked for.")


thread_info = _record(
    "thread_info", "name lock version", ("pthread-stubs", None, None),
    "What is known of threads: there are none.")
del _seal


UnraisableHookArgs = _make("sys", "UnraisableHookArgs",
                           ("exc_type", "exc_value", "exc_traceback", "err_msg", "object"))


def _unraisable(exception, message, object):
    """What a hook that a program has put in place is told."""
    return UnraisableHookArgs(
        (type(exception), exception, exception.__traceback__, message, object))


version = "3.13.0 (objmodel)"
copyright = ""
api_version = 1013
builtin_module_names = ("_abc", "_codecs", "_collections", "_functools", "_io", "_operator",
                        "_weakref", "atexit", "builtins", "errno", "gc", "itertools", "math",
                        "posix", "sys", "time")
float_repr_style = "short"
abiflags = ""
platlibdir = "lib"
prefix = base_prefix = exec_prefix = base_exec_prefix = ""
pycache_prefix = None
meta_path = []
path_hooks = []
path_importer_cache = {}


implementation = _SimpleNamespace(name="objmodel", cache_tag="objmodel-313", version=version_info,
                                  hexversion=hexversion)
del _SimpleNamespace


def getfilesystemencoding():
    """How names of files are encoded."""
    return "utf-8"


def getfilesystemencodeerrors():
    """What is done about names of files that cannot be encoded."""
    return "surrogateescape"


def audit(event, /, *args):
    """Nobody hears of events."""


def addaudithook(hook):
    """Nobody hears of events."""


def getswitchinterval():
    """There is one thread."""
    return 0.005


def setswitchinterval(interval, /):
    """There is one thread."""
    if not isinstance(interval, (int, float)):
        raise TypeError(f"must be real number, not {type(interval).__name__}")
    if interval <= 0.0:
        raise ValueError("switch interval must be strictly positive")


def getallocatedblocks():
    """What is tracked by the collector."""
    import gc
    return len(gc.get_objects())


def is_stack_trampoline_active():
    """There is none."""
    return False


def deactivate_stack_trampoline():
    """There is none."""


def activate_stack_trampoline(backend, /):
    """There is none."""
    raise ValueError("perf trampoline not available")


def call_tracing(func, args, /):
    """Calls a function with the arguments in a tuple."""
    if not isinstance(args, tuple):
        raise TypeError("call_tracing() argument 2 must be tuple, not "
                        f"{'None' if args is None else type(args).__name__}")
    return func(*args)


def getunicodeinternedsize(*, _only_immortal=False):
    """How many interned texts are counted: none."""
    return 0


def _clear_type_cache():
    """Versions of classes tell what is out of date."""


_clear_internal_caches = _clear_type_cache
_framework = ""
_git = ("objmodel", "", "")


def _is_gil_enabled():
    return True


orig_argv = [executable, *argv]
_xoptions = {}
stdlib_module_names = frozenset(
    ("abc", "atexit", "collections", "functools", "gc", "itertools", "math", "operator", "sys",
     "types", "weakref"))


def displayhook(value, /):
    """Shows the value of an expression and keeps it as `_`."""
    if value is None:
        return
    import builtins
    builtins._ = None
    out = globals().get("stdout")
    if out is None:
        raise RuntimeError("lost sys.stdout")
    text = repr(value)
    try:
        out.write(text)
    except UnicodeEncodeError:
        data = text.encode(out.encoding, "backslashreplace")
        if hasattr(out, "buffer"):
            out.buffer.write(data)
        else:
            out.write(data.decode(out.encoding, "strict"))
    out.write("\n")
    builtins._ = value


__displayhook__ = displayhook


def breakpointhook(*args, **kws):
    """What `breakpoint` asks: calls what the variable PYTHONBREAKPOINT of the program's environment names, a
    debugger by default, and warns if there is none."""
    os = modules.get("os")
    name = getattr(os, "environ", {}).get("PYTHONBREAKPOINT") or "pdb.set_trace"
    if name == "0":
        return None
    module, dot, function = name.rpartition(".")
    try:
        if dot and not module:
            raise ImportError
        __import__(module or "builtins")
        hook = getattr(modules[module or "builtins"], function)
    except Exception:
        import warnings
        warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{name}"', RuntimeWarning, stacklevel=2)
        return None
    return hook(*args, **kws)


__breakpointhook__ = breakpointhook
