# covers: Implementing Descriptors
import functools
class S:
    @functools.singledispatchmethod
    def f(self, x): pass
try: S().f()
except Exception as err: print(type(err).__name__, err)
