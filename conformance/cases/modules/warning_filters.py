# covers: The standard type hierarchy
# warnings: filters by action, category, message, module and line, records, formats, deprecations.
import warnings, sys
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
def caught(f, *filters):
    with warnings.catch_warnings(record=True) as w:
        warnings.resetwarnings()
        for each in filters: warnings.filterwarnings(*each)
        try:
            f()
        except Warning as e:
            print("raised", type(e).__name__, e)
    print([(type(x.message).__name__, str(x.message), x.category.__name__, x.line) for x in w])
def twice():
    for n in range(3):
        warnings.warn("same")
        warnings.warn(f"n{n}", DeprecationWarning)
for action in ("default", "always", "ignore", "module", "once", "error"):
    caught(twice, (action,))
caught(twice, ("ignore", "sa"), ("always", "n[01]", DeprecationWarning))
caught(twice, ("error", "n2"), ("ignore", "", UserWarning))
caught(twice, ("always", "", Warning, "other"), ("ignore",))
caught(twice, ("always", "", Warning, "", 10 ** 6), ("once",))
for a in (("nope",), ("ignore", 5), ("ignore", "", int), ("ignore", "", Warning, 5), ("ignore", "", Warning, "", -1), ("ignore", "", Warning, "", "x"), ("ignore", "", 5)):
    tr(warnings.filterwarnings, *a)
for a in (("nope",), ("error", 5), ("error", Warning, -1)):
    tr(warnings.simplefilter, *a)
for a in ((), (5,), ("x", int), ("x", 5), ("x", None, "a"), (UserWarning("w"), DeprecationWarning)):
    caught(lambda: tr(warnings.warn, *a), ("always",))
tr(warnings.warn_explicit, "m", UserWarning, "f.py", "x"); tr(warnings.warn_explicit, "m", UserWarning, 5, 1)
registry = {}
def explicit():
    for n in (1, 1, 2):
        warnings.warn_explicit("e", UserWarning, "f.py", n, "mod", registry)
caught(explicit, ("default",))
print(sorted(k for k in registry if k != "version"))
print(warnings.formatwarning("text", UserWarning, "f.py", 3, "  the line"), end="")
print(warnings.formatwarning("text", UserWarning, "no.py", 3), end="")
print(str(warnings.WarningMessage("m", UserWarning, "f", 1)))
saved = warnings.showwarning
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print("shown", message, category.__name__, line)
warnings.simplefilter("always"); warnings.warn("through"); warnings.showwarning = saved
c = warnings.catch_warnings(record=True)
print(repr(c)); tr(c.__exit__)
with c: tr(c.__enter__)
@warnings.deprecated("old thing")
def old(): return 1
@warnings.deprecated("old class", category=FutureWarning)
class Old: pass
@warnings.deprecated("quiet", category=None)
class Quiet: pass
caught(lambda: (old(), Old(), Quiet()), ("always",))
print(old.__deprecated__, Old.__deprecated__, Quiet.__deprecated__); tr(warnings.deprecated, 5); tr(warnings.deprecated("x"), 5)
with warnings.catch_warnings(action="error", category=UserWarning):
    tr(warnings.warn, "now an error")
def inner(): warnings.warn("deep", stacklevel=2)
def outer(): inner()
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); outer(); warnings.warn("far", stacklevel=99)
    print([(x.lineno > 0, x.filename.endswith("filters.py")) for x in w])
