# covers: Emulating numeric types
class F(float):
    def __float__(self): return 9.0
print(b'%.2f' % F(0.25))
