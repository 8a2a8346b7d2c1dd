# covers: Implementing Descriptors; Invoking Descriptors
class S(set):
    def __iter__(self): return iter([9])
print(repr(S([1])))
