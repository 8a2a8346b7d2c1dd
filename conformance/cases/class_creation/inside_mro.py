# covers: Customizing class creation; Creating the class object
def t(f):
    try: return f()
    except BaseException as e: return type(e).__name__+' '+str(e)
seen={}
class M(type):
    def mro(cls):
        global last
        last=cls
        if cls.__name__=='S': return type.mro(cls)
        n=cls.__dict__.get('__name__',cls.__name__)
        print(n, cls.__mro__, cls.__bases__, cls.__base__, issubclass(cls,object), issubclass(cls,int), isinstance(cls,type), t(lambda: type('S',(cls,),{})), sorted(x for x in cls.__dict__ if x in('__doc__','__dict__','__weakref__','a','__hash__','__module__','__slots__')), cls.__subclasses__(), [c for c in object.__subclasses__() if c is cls], t(lambda: cls.foo), t(lambda: cls()), t(lambda: len(dir(cls))>20), repr(cls), t(lambda: cls.__doc__), t(lambda:hash(cls)==0))
        return type.mro(cls)
class Q(metaclass=M):
    foo=1
    def __eq__(self,o): return 1
class R(int,metaclass=M): __slots__=()
class T(Q,R): pass
print(T.__mro__, T.foo, Q().foo)
class M2(type):
    def mro(cls): return R2
A=type('A',(list,),{}); X=type('X',(),{}); D=type('D',(dict,),{})
for R2 in ((),(1,),5,[object],[A,object],[int,object],[X],None,[list,object],[D],(X,list,X),[type],['a']):
    print(R2, t(lambda: M2('z',(),{}).__mro__), t(lambda: M2('z',(A,),{}).__mro__), t(lambda: M2('z',(X,A),{}).__mro__),t(lambda: M2('z',(int,),{}).__mro__))
