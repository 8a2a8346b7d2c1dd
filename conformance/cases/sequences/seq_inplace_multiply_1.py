# covers: Emulating container types
class A: pass
x = A()
try: x *= 'a'
except TypeError as err: print(err)
