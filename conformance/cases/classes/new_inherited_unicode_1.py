# covers: Basic customization
try:
    UnicodeDecodeError.__new__(int)
except TypeError as err:
    print(err)
