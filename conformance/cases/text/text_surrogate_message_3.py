# covers: The standard type hierarchy
def f(a): pass
try: f(1, **{'b\ud801': 2})
except TypeError as err: print(ascii(str(err)))
