# covers: The standard type hierarchy
class Q:
    def __aiter__(self): return 5
try: print(aiter(Q()))
except TypeError as err: print(err)
