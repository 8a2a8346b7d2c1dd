"""The interpreter itself."""


class _Record(tuple):
    """A tuple whose items have names."""

    __slots__ = ()
    _name = "sys.record"
    _fields = ()

    def __getattr__(self, name):
        try:
            return self[type(self)._fields.index(name)]
        except ValueError:
            raise AttributeError(
                f"'{type(self)._name}' object has no attribute '{name}'") from None

    def __repr__(self):
        parts = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"{self._name}({parts})"


class version_info(_Record):
    __slots__ = ()
    _name = "sys.version_info"
    _fields = ("major", "minor", "micro", "releaselevel", "serial")


class float_info(_Record):
    __slots__ = ()
    _name = "sys.float_info"
    _fields = ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig",
               "epsilon", "radix", "rounds")


class int_info(_Record):
    __slots__ = ()
    _name = "sys.int_info"
    _fields = ("bits_per_digit", "sizeof_digit", "default_max_str_digits",
               "str_digits_check_threshold")


class hash_info(_Record):
    __slots__ = ()
    _name = "sys.hash_info"
    _fields = ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits",
               "cutoff")


class flags(_Record):
    __slots__ = ()
    _name = "sys.flags"
    _fields = ("debug", "inspect", "interactive", "optimize", "dont_write_bytecode",
               "no_user_site", "no_site", "ignore_environment", "verbose", "bytes_warning", "quiet",
               "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding",
               "safe_path", "int_max_str_digits")


class UnraisableHookArgs(_Record):
    __slots__ = ()
    _name = "UnraisableHookArgs"
    _fields = ("exc_type", "exc_value", "exc_traceback", "err_msg", "object")


def _unraisable(exception, message, object):
    """Tells a hook that a program has put in place."""
    unraisablehook(UnraisableHookArgs(
        (type(exception), exception, exception.__traceback__, message, object)))


version_info = version_info((3, 13, 0, "final", 0))
float_info = float_info((1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307,
                         15, 53, 2.220446049250313e-16, 2, 1))
int_info = int_info((30, 4, 4300, 640))
hash_info = hash_info((64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))
version = "3.13.0 (objmodel)"
copyright = ""
api_version = 1013
builtin_module_names = ("builtins", "gc", "itertools", "math", "sys")
flags = flags((0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, False, 0, 0, False, 4300))
warnoptions = []


def displayhook(value, /):
    """Shows the value of an expression and keeps it as `_`."""
    if value is None:
        return
    import builtins
    builtins._ = None
    stdout.write(repr(value) + "\n")
    builtins._ = value
