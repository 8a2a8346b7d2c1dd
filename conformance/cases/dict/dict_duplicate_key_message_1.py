# covers: Emulating container types
def f(**kw): pass
try: f(**{1: 3}, **{1: 5})
except TypeError as err: print(err)
