# covers: Emulating callable objects
class S(str): pass
f = S('a').upper
try: f(1, 2)
except TypeError as err: print(err)
