# covers: Implementing Descriptors
import functools
class P:
    @staticmethod
    def base(*a, **kw): return a, kw
    made = functools.partialmethod(base, 'first', key=2)
print(P.made('second'))
