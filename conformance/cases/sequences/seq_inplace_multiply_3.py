# covers: Emulating container types
class C:
    def __index__(self): return 2
x = C()
try:
    x *= [1]
    print(x)
except TypeError as err: print(err)
