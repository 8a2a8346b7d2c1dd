# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import weakref
class A: pass
def cb(r):
    a=A(); R.append(weakref.ref(a,cb))
R=[]
a=A()
for i in range(100000): R.append(weakref.ref(a,lambda r:None))
del a
a=A()
R.append(weakref.ref(a,cb))
del a
