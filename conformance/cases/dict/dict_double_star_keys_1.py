# covers: Emulating container types
class M:
    def keys(self): return 5
try: print({**M()})
except TypeError as err: print(err)
