# covers: The standard type hierarchy
def sub():
    try: raise Exception(1)
    except Exception: yield
def outer():
    try: raise Exception(0)
    except Exception: yield from sub()
gen = outer()
next(gen)
try: gen.throw(Exception('thrown'))
except Exception as err: print(repr(err.__context__))
