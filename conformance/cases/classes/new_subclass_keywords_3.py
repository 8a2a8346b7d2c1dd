# covers: Basic customization
class T(tuple): pass
class S(set): pass
for kind in (T, S):
    try:
        print(kind(iterable=()))
    except TypeError as err:
        print(err)
