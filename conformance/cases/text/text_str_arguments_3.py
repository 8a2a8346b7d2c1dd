# covers: The standard type hierarchy
try: print(repr(str(errors=None)))
except TypeError as err: print(err)
