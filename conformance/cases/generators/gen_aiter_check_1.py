# covers: The standard type hierarchy; __aiter__
class Q:
    def __aiter__(self): return 5
try: print(aiter(Q()))
except TypeError as err: print(err)
