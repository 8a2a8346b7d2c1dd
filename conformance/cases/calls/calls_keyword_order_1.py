# covers: Emulating callable objects
try: max(reverse=1)
except TypeError as err: print(err)
