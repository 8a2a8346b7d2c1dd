# covers: Emulating callable objects
try: zip(string=1)
except TypeError as err: print(err)
