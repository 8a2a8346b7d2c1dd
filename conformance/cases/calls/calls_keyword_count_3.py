# covers: Emulating callable objects
try: memoryview(1, key=1)
except TypeError as err: print(err)
try: complex(1, 2, key=1)
except TypeError as err: print(err)
