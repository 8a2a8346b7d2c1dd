# covers: Implementing Descriptors; Invoking Descriptors
class A:
    @property
    def __lt__(self): raise RuntimeError('no order')
try:
    print(A() < 3)
except Exception as err:
    print(type(err).__name__)
