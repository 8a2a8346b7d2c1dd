# covers: The standard type hierarchy
import warnings
warnings.simplefilter("ignore")
from array import array
a=array('i',[1,2,3]); a.append(5); a.insert(1,9); print(a, a[1:3], a[::-1], a.pop(), a.index(9), len(a), a.tobytes())
for bad in (lambda: array('b',[300]), lambda: array('B',[-1]), lambda: a.append('x'), lambda: array('z'), lambda: array('ii'), lambda: a[10], lambda: array('d',['x']), lambda: array('H',[70000]), lambda: array('i',[2**40]), lambda: array('Q',[-1]), lambda: array('l',[2**70]),lambda:array('i','abc'), lambda: a['x'], lambda: a+[1]):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
a[1:2]=array('i',[7,7]); print(a, a==array('i',[1,7,7,2,3]), a<array('l',[9]), hash)
print(array('u','hé'), array('d',[1.5,2]), array('f'), a.typecode, a.itemsize, memoryview(a)[1])
m=memoryview(a); m[0]=42; print(a[0]); del m
del a[0]; del a[::2]; print(a, a*2, 3 in a, list(a)); a.reverse(); a.byteswap(); print(a); import copy; print(copy.copy(a), copy.deepcopy(a))
