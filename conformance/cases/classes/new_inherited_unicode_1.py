# covers: Basic customization; __new__
try:
    UnicodeDecodeError.__new__(int)
except TypeError as err:
    print(err)
