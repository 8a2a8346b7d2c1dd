# covers: Implementing Descriptors; Invoking Descriptors
class C: plus = int.__add__
try:
    C().plus(1)
except TypeError as err:
    print(err)
