# covers: Emulating callable objects
try: print(memoryview(b'').__exit__(1, 2, 3, 4))
except TypeError as err: print('TypeError')
