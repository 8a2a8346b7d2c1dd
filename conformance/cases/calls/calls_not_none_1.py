# covers: Emulating callable objects
try: type(None, None, None)
except TypeError as err: print(err)
