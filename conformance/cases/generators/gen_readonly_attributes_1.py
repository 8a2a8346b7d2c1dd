# covers: The standard type hierarchy
def numbers(): yield 1
try: numbers().gi_code = 1
except AttributeError as err: print(err)
