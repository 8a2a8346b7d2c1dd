# covers: Emulating callable objects
try: int('1', base=2, x=1)
except TypeError as err: print(err)
