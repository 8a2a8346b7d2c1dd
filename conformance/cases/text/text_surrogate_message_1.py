# covers: The standard type hierarchy
try: getattr(object(), '\ud800')
except AttributeError as err: print(ascii(str(err)))
