# covers: Emulating callable objects
import types, weakref, itertools, collections
def t(f):
    try: r = f(); return type(r).__name__
    except BaseException as e: return type(e).__name__+': '+str(e)
for T in (int,float,complex,str,bytes,bytearray,list,tuple,set,frozenset,dict,range,slice,bool,object,type,property,staticmethod,classmethod,super,enumerate,zip,map,filter,reversed,memoryview,types.MappingProxyType,types.CellType,types.GenericAlias,types.MethodType,types.ModuleType,types.SimpleNamespace,weakref.ref,collections.deque,types.CodeType,types.FunctionType,types.TracebackType, Exception, OSError, ValueError, StopIteration, KeyError, SyntaxError, UnicodeDecodeError,BaseExceptionGroup,AttributeError,ImportError,NameError,SystemExit):
    cl=[T]
    try:
        class A(T): pass
        class B(T):
            def __init__(self,*a,**k): pass
        class C(T):
            def __new__(cls,*a,**k): return T.__new__(cls)
        class D(T):
            def __new__(cls,*a,**k): return T.__new__(cls,*a,**k)
        cl += [A,B,C,D]
    except TypeError as e: print(e)
    for X in cl:
        print(T.__name__, X.__name__, '|', t(lambda: X(zzz=1)), '|', t(lambda: X((),zzz=1)),'|', t(lambda: X(1,2,3,4,5,6,7)), '|', t(lambda: X(1,2,3,4,5,6,7,kee=2)),'|', t(lambda: X(1,2,3,4)),'|', t(lambda: X(1,2,3)),'|', t(lambda: X()),'|', t(lambda: X(1,kee=3,foo=4)),'|', t(lambda: X(1,2,kee=3)))
