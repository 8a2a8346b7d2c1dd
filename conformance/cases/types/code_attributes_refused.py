# covers: The standard type hierarchy; code.co_argcount; code.co_posonlyargcount; code.co_kwonlyargcount; code.co_code; code.co_consts; code.co_filename; code.co_firstlineno; code.co_flags; code.co_lnotab; code.co_names; code.co_nlocals; code.co_stacksize; code.co_varnames; code.co_cellvars; code.co_freevars
# Code objects do not change, and are copied only with what fits.
def f(a, *, b=1):
    return a


code = f.__code__
NAMES = ("co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_code", "co_consts", "co_filename",
         "co_firstlineno", "co_lnotab", "co_names", "co_nlocals", "co_stacksize", "co_varnames",
         "co_cellvars", "co_freevars", "co_flags", "co_name", "co_positions", "missing")
for name in NAMES:
    for change in (lambda: setattr(code, name, 1), lambda: delattr(code, name)):
        try:
            change()
        except Exception as error:
            print(name, type(error).__name__, error)
for changes in ({"co_name": 1}, {"co_filename": b""}, {"co_firstlineno": "a"}, {"missing": 1},
                {"co_qualname": None}, {"co_flags": 1.5}):
    try:
        code.replace(**changes)
    except Exception as error:
        print(changes, type(error).__name__, error)
try:
    code.replace(1)
except TypeError as error:
    print(error)
for other in (f, None, "f"):
    try:
        f.__code__ = other
    except TypeError as error:
        print(error)
print(hash(code) == hash(code), code == f, code != 1)
