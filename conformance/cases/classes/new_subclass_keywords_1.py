# covers: Basic customization
class F(float): pass
try:
    print(F(newarg=3))
except TypeError as err:
    print(err)
