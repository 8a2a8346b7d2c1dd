# covers: Customizing class creation
class K: pass
def t(f):
    try: return f()
    except BaseException as e: return type(e).__name__+' '+str(e)
print(t(lambda: setattr(K,'__type_params__',5)),K.__type_params__,t(lambda: delattr(K,'__type_params__')),t(lambda: setattr(int,'__type_params__',5)),type.__dict__['__type_params__'].__get__(type) if 0 else '')
print(t(lambda: delattr(K,'__name__')),t(lambda: setattr(K,'__name__',5)),t(lambda: setattr(K,'__name__','a\0')),t(lambda: setattr(K,'__qualname__','a\0\ud800')),ascii(K.__qualname__))
class S(str): pass
K.__name__=S('q'); print(type(K.__name__),K.__name__); K.__qualname__=S('z'); print(type(K.__qualname__),K)
Q=type(S('Q'),(),{}); print(type(Q.__name__),type(Q.__qualname__),Q)
Q=type('Q',(),{'__qualname__':S('R')}); print(type(Q.__name__),type(Q.__qualname__),Q, type(Q.__dict__.get('__qualname__')))
for bad in ('\ud800','a\udcff\udc00b','a\0','\0\ud800',5,None,b'a'):
    print(t(lambda: type(bad,(),{})), t(lambda: setattr(K,'__name__',bad)))
# bases
class A: pass
class B: pass
class C(A): pass
class L(list): pass
class S1(A): __slots__=('x',)
class S2(A): __slots__=('x',)
class I(int): pass
class W: __slots__=()
cs=[object,type,int,list,dict,A,B,C,L,S1,S2,I,W,Exception,OSError,str,tuple,bytes,float,set]
for X in (A,B,C,L,S1,I,W):
    for Y in cs:
        n=type('N',(X,),{}); 
        print(X.__name__,Y.__name__,t(lambda: setattr(n,'__bases__',(Y,))), t(lambda: setattr(X(),'__class__',Y)), n.__mro__)
