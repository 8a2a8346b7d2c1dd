# covers: Implementing Descriptors; Invoking Descriptors
class Broken:
    def __get__(self, obj, owner): raise ValueError('boom')
class A:
    __eq__ = Broken()
    __hash__ = None
try:
    print(A() == 1, A() == A())
except ValueError as err:
    print('raised', err)
