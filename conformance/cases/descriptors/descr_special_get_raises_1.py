# covers: Implementing Descriptors; Invoking Descriptors
class Broken:
    def __get__(self, obj, owner): raise KeyError('boom')
class A: __iter__ = Broken()
try:
    iter(A())
except Exception as err:
    print(type(err).__name__, err)
