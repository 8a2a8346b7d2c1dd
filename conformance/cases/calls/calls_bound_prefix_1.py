# covers: Emulating callable objects
class L(list): pass
f = L().append
try: f()
except TypeError as err: print(err)
