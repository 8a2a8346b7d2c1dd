# covers: Customizing positional arguments in class pattern matching; __match_args__
# Patterns of every kind against subjects of many kinds, and the errors of class and mapping patterns.
class P:
    __match_args__=('x','y')
    def __init__(s,x,y): s.x=x; s.y=y
from collections import deque, OrderedDict, defaultdict, Counter, UserList
import collections.abc as cabc
def m(v):
    match v:
        case 0: return 'zero'
        case -1 | 1j | -2+3j: return 'neg'
        case None: return 'none'
        case True: return 'true'
        case "a" | b"b" as q: return 'ab', q
        case []: return 'empty'
        case [x]: return 'one', x
        case (1, *_, 9): return '1..9'
        case [1, *mid, 8]: return '1*8', mid
        case [[a, b], *rest]: return 'nest', a, b, rest
        case [x, y] if x == y: return 'pair', x
        case {'k': k, 'z': 5}: return 'k5', k
        case {'k': k, **rest}: return 'k', k, rest
        case {}: return 'map'
        case P(0, y=yy): return 'P0', yy
        case P(x=xx, y=[1,z]): return 'P', xx, z
        case P(a, b): return 'Pab', a, b
        case int(n): return 'int', n
        case str() as s: return 'str', s
        case float(): return 'float'
        case [_, _, *_]: return 'seq2+'
        case _: return 'other', type(v).__name__
for v in (0,-1,1j,-2+3j,None,True,"a",b"b",[],(5,),[1,2,9],(1,2,3,8),[[1,2],3],[3,3],[3,4],{'k':1,'z':5},{'k':1,'z':6},{'q':1},P(0,2),P(3,[1,7]),P(5,6),7,"str",2.5,deque([1,2,3]),range(3),OrderedDict(),defaultdict(int),Counter('a'),UserList([1,2,4]),"ab",b"ab",bytearray(b"x"),{1,2},memoryview(b"ab"),iter([])):
    print(repr(m(v)))
class L:
    def __getitem__(s,i): return i
    def __len__(s): return 2
print(m(L()))
class S(cabc.Sequence):
    def __getitem__(s,i): return (1,2,3)[i]
    def __len__(s): return 3
print(m(S()))
class R:
    def __getitem__(s,i): return (4,5)[i]
    def __len__(s): return 2
    def __iter__(s): return iter((4,5))
cabc.Sequence.register(R)
print(m(R()))
print(S.__flags__>>5&3, list.__flags__>>5&3, dict.__flags__>>5&3, int.__flags__>>22&1, hasattr(cabc.Sequence,'__abc_tpflags__'))
def err(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def e1():
    match 1:
        case P(1,2,3): pass
    match P(1,2):
        case P(1,2,3): pass
err(e1)
def e2():
    match 5:
        case err(): pass
err(e2)
def e3():
    match P(1,2):
        case P(1,x=1): pass
err(e3)
class Q: __match_args__=['a']
def e4():
    match Q():
        case Q(1): pass
err(e4)
class Q2: __match_args__=(1,)
def e5():
    match Q2():
        case Q2(1): pass
err(e5)
def e6():
    match 5:
        case int(1,2): pass
err(e6)
k='a'
class KK: a='a'
def e7():
    match {'a':1}:
        case {KK.a: 1, 'a': 2}: pass
err(e7)
def g():
    match [1,2]:
        case [a,b]: pass
    return a,b
print(g())
def orp(v):
    match v:
        case [a, 1] | {'q': a} | (2, a): return a
        case ('x', ([b, 5] | {'r': b})) : return b
print(orp([7,1]), orp({'q':8}), orp((2,9)), orp(['x',{'r':3}]), orp(['x',[4,5]]), orp(1))
class Dt:
    def __del__(s): print('del')
def lt():
    match [Dt(), 1]:
        case [Dt() as d, 2]: pass
        case _: print('no')
    print('end')
lt()
match = 5; case = 6; print(match, case)
