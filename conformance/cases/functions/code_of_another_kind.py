# covers: function.__code__
# Giving a function the code of another kind of function is deprecated, and works.
import warnings
def plain(): return 1
def generator(): yield 2
async def coroutine(): return 3
async def asynchronous(): yield 4
kinds = [plain, generator, coroutine, asynchronous]
codes = {f.__name__: f.__code__ for f in kinds}
for source in codes:
    for target in kinds:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            target.__code__ = codes[source]
            made = target()
            getattr(made, "close", lambda: None)()
            print(source, target.__name__, type(made).__name__, [(w.category.__name__, str(w.message)) for w in caught])
            warnings.simplefilter("ignore")
            target.__code__ = codes[target.__name__]
warnings.simplefilter("error")
try: plain.__code__ = generator.__code__
except DeprecationWarning as e: print(e)
print(plain())
