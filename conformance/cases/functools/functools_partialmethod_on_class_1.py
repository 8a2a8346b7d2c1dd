# covers: Implementing Descriptors
import functools
class P: h = functools.partialmethod(staticmethod(lambda *a: a), 1)
print(P.h(4))
