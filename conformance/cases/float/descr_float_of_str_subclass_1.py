# covers: Emulating numeric types
class S(str):
    def __float__(self): return 5.0
print(float(S('1')))
