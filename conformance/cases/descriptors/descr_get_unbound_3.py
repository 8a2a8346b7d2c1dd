# covers: Implementing Descriptors; Invoking Descriptors
class Descriptor:
    __get__ = property(lambda self: lambda *args: 'through property')
class Owner:
    attr = Descriptor()
try:
    print(Owner.attr)
except TypeError as err:
    print(err)
