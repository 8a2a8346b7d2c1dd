# covers: The standard type hierarchy
try: 'a'.upper = 1
except AttributeError as err: print(err.name, err.obj)
