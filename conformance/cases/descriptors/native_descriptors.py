# covers: Basic customization; The standard type hierarchy; function.__dict__; function.__closure__; function.__globals__; module.__dict__; instance.__dict__
# Descriptors of native types: what they tell, and whom they apply to.
class A:
    __slots__=('a',)
    def f(self): pass
for d in (A.a, type.__dict__['__dict__'], type.__dict__['__basicsize__'], type(lambda:0).__closure__, str.upper, int.__add__, dict.__dict__['fromkeys'], int.real):
    print(type(d).__name__, repr(d), [ (n, getattr(d,n,'-')) for n in ('__qualname__','__name__','__objclass__','__text_signature__','__module__')])
for d in (A.a, type(lambda:0).__closure__, int.real, type.__dict__['__basicsize__']):
    for f in (lambda: d.__get__(None, None), lambda: d.__get__(None), lambda: d.__get__(None, A), lambda: d.__get__(3), lambda: d.__set__(3,4),lambda:d.__delete__(3), lambda: d.__get__()):
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
f=lambda:0
for d in (type(f).__closure__,):
    try: d.__set__(f,3)
    except Exception as e: print(type(e).__name__, e)
try: f.__globals__=3
except Exception as e: print(type(e).__name__, e)
try: del f.__globals__
except Exception as e: print(type(e).__name__, e)
try: (3).real=4
except Exception as e: print(type(e).__name__, e)
try: del (3).real
except Exception as e: print(type(e).__name__, e)
