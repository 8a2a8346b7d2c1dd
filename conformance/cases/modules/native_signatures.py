# covers: The standard type hierarchy; function.__name__
# Functions of built-in modules: the signature that they show, whether they are documented, where they belong.
import builtins, math, gc, operator, itertools, functools, _weakref, atexit, errno
for module in (builtins, math, gc, operator, itertools, functools, _weakref, atexit, errno):
    for name in sorted(vars(module)):
        f = getattr(module, name)
        if type(f) is type(len) and name not in ("open", "breakpoint", "input", "_compare_digest", "_remove_dead_weakref", "get_cache_token", "_abs"):
            print(module.__name__, name, repr(f.__text_signature__), bool(f.__doc__), f.__qualname__, f.__self__.__name__)
print({name: name in vars(builtins) for name in ("__doc__", "__package__", "__spec__", "__loader__", "__name__")})
exec("print(repr(__package__), bool(__doc__))", {})
