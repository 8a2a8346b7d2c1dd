# covers: The standard type hierarchy
# except* against groups and plain exceptions, with clauses that end, raise again and raise anew.
import sys
def t(f):
    try: return f()
    except BaseException as e: return repr(e), repr(getattr(e,'exceptions',None)), repr(e.__context__), repr(e.__cause__)
def show(e):
    if isinstance(e, BaseExceptionGroup): return (type(e).__name__, e.message, [show(x) for x in e.exceptions])
    return repr(e)
def run(exc, h1=None, h2=None):
    log=[]
    try:
        try:
            raise exc
        except* ValueError as e:
            log.append(('V', show(e), show(sys.exception())))
            if h1: h1(e)
        except* (TypeError, KeyError) as e:
            log.append(('T', show(e)))
            if h2: h2(e)
        else: log.append('else')
        finally: log.append('fin')
    except BaseException as e: log.append(('out', show(e), show(e.__context__) if e.__context__ else None))
    return log
def r(e): raise e
def rr(e): raise
def r2(e): raise OSError('x')
def r3(e): raise OSError('x') from e
EG=ExceptionGroup
g=lambda: EG('g',[ValueError(1),TypeError(2),EG('n',[KeyError(3),ValueError(4),OSError(5)])])
for x in (lambda: ValueError(1), lambda: OSError(1), g, lambda: EG('a',[ValueError(1)]), lambda: BaseExceptionGroup('b',[KeyboardInterrupt(),KeyError(1)])):
    for h1 in (None, rr, r, r2, r3):
        for h2 in (None, rr, r2):
            for l in run(x(), h1, h2): print(l)
            print('--')
def noexc():
    try: pass
    except* ValueError: print('no')
    else: print('else')
    print(sys.exception())
noexc()
def e1():
    try: raise ValueError
    except* ExceptionGroup: pass
print(t(e1))
def e2():
    try: raise ValueError
    except* 5: pass
print(t(e2))
def loop():
    for i in range(3):
        try: raise EG('x',[ValueError(i)])
        except* ValueError as e:
            for j in range(3):
                if j==1: break
            else: continue_=1
    return i,j
print(loop())
class MyEG(ExceptionGroup):
    def __new__(cls, m, e, code=1): o=super().__new__(cls,m,e); o.code=code; return o
    def derive(self, e): return MyEG(self.message, e, self.code)
try:
    try: raise MyEG('m',[ValueError(1),OSError(2)],42)
    except* ValueError as e: print(type(e), e.code)
except MyEG as e: print(show(e), e.code)
try:
    raise EG('top',[ValueError(1),TypeError(2)])
except* ValueError:
    raise KeyError('new')
