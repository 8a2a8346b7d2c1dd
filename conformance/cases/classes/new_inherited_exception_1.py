# covers: Basic customization
try:
    print(repr(BaseException.__new__(ValueError, 1)))
except TypeError as err:
    print(err)
