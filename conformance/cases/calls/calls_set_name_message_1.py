# covers: Emulating callable objects
try: property().__set_name__(1)
except TypeError as err: print(err)
