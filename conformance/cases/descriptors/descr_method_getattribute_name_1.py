# covers: Implementing Descriptors; Invoking Descriptors
class C:
    def m(self): pass
try:
    C().m.__getattribute__(0)
except Exception as err:
    print(type(err).__name__, err)
