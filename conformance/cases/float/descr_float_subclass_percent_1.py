# covers: Emulating numeric types
class F(float):
    def __float__(self): return 7.5
print('%f' % F(2.5))
