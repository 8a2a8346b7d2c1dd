# covers: Emulating callable objects
try: str(b'a', encoding=None)
except TypeError as err: print(err)
