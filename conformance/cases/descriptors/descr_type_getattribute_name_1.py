# covers: Implementing Descriptors; Invoking Descriptors
try:
    type.__getattribute__(list, type)
except Exception as err:
    print(type(err).__name__, err)
