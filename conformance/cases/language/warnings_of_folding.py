# covers: __invert__
# Constants that warn when they are computed: to whoever compiles them.
import warnings
for text in ("~True", "~False", "~(not 1)", "~1", "~-True", "lambda: ~True"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = eval(text)
    print(text, value if isinstance(value, int) else "", [(w.category.__name__, str(w.message)[:40]) for w in caught])
true = True
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(~true, len(caught))
