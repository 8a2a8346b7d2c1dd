# covers: Basic customization
class S(set): pass
try:
    S(1, 2)
except TypeError as err:
    print(err)
