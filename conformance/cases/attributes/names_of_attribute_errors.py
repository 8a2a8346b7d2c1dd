# covers: Customizing attribute access; __setattr__
import collections

def t(f):
    try: f()
    except AttributeError as e: return str(e), e.name, e.obj is not None
    except TypeError as e: return str(e)
class P: pass
class Sl: __slots__=('a',)
class Sd(Sl): pass
class Sl2: 
    __slots__=('a',)
    def __setattr__(self,n,v): object.__setattr__(self,n,v)
class L(list): pass
class D(dict): pass
class DS(dict): __slots__=()
class PS:
    def __setattr__(self,n,v): object.__setattr__(self,n,v)
class Pr:
    @property
    def x(self): pass
class E(Exception): pass
class M(type): pass
class MC(metaclass=M): pass
import types
objs=[1,'a',[],{},(),None,object(),P(),Sl(),Sd(),Sl2(),L(),D(),DS(),PS(),Pr(),E(),collections.Counter(),collections.OrderedDict(),types,len,lambda:1,MC,int,types.SimpleNamespace(),ValueError(), property(), collections.deque(), type, Ellipsis, b'', 1.5, range(3), slice(1), iter([]), (x for x in ())]
for o in objs:
    for n in ('zzz','upper','append','__len__','__class__','__doc__','x','a','__hash__'):
        if o is int or o is type: continue
        if isinstance(o, types.ModuleType) and n!='zzz': continue
        print(type(o).__name__,n,t(lambda: delattr(o,n)), t(lambda:setattr(o,n,1)) if n!='__class__' else '', t(lambda: getattr(o,n+'q')))
