# covers: Implementing Descriptors; Invoking Descriptors
class C:
    __dict__ = property(lambda self: {'a': 2})
print(vars(C()))
