# covers: Basic customization; The standard type hierarchy
# What object's __reduce_ex__ makes of instances of every kind, by protocol.
import copyreg
def bare(t): return ' '.join(w for w in t.replace('>', ' > ').split() if w[:2] != '0x')
def shown(r): return r if isinstance(r, str) else [bare(str(x)) for x in r]
def g(): yield
class C: pass
class S: __slots__=('a','b')
class SI(int): pass
class SL(list): pass
class SD(dict): pass
class SP(property): pass
class ST(tuple): pass
class M(type): pass
s=S(); s.a=1
d=SD(a=1); d.x=2
def t(label, f):
    try: r = f()
    except Exception as e: print(label, type(e).__name__, e)
    else:
        print(label, r)
for p in (0, 1, 2, 4):
    for n, o in [('object', object()), ('C', C()), ('s', s), ('SI', SI(5)), ('SL', SL([1])), ('d', d), ('SP', SP()), ('ST', ST((1,2))), ('int',5),('str','x'),('bytes',b'x'),('float',1.5),('complex',1j),('True',True),('None',None),('list',[1,2]),('tuple',(1,)),('dict',{1:2}),('set',{1}),('gen',g()),('func',g),('type',int),('mem',memoryview(b'')),('super',super(C,C())),('prop',property()),('bm',[].append),('len',len),('code',g.__code__),('modul',copyreg),('mp',type.__dict__),('GA',list[int]),('U',int|str),('ell',...),('NI',NotImplemented),('sm',staticmethod(len)),('keys',{}.keys()),('cell',(lambda x: lambda: x)(1).__closure__[0]),('M',M('q',(),{})),('gd', int.__dict__['real']), ('md',str.__dict__['join']),('cmd',dict.__dict__['fromkeys'])]:
        t((p,n), lambda: shown(object.__reduce_ex__(o, p)))
for p in (0,2):
    t('os', lambda: OSError(2,'x','f').__reduce_ex__(p))
    t('ae', lambda: AttributeError('x',name='n').__reduce_ex__(p))
