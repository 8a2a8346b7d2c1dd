# covers: Emulating callable objects
try: print((1.5).__pow__(None, 1))
except TypeError as err: print(err)
