# covers: Implementing Descriptors; Invoking Descriptors
class Quiet(property): __slots__ = ()
try:
    print(Quiet().__name__)
except AttributeError as err:
    print(err)
