# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
class A:
    def __getattr__(self,n): return getattr(self,n+'x')
try: A().a
except (RecursionError,MemoryError): print('rec')
class B:
    def __getattribute__(self,n): return getattr(self,n)
try: B().a
except RecursionError: print('rec')
class M(type):
    def __instancecheck__(cls,o): return isinstance(o,cls)
    def __subclasscheck__(cls,o): return issubclass(o,cls)
    def __getattr__(cls,n): return getattr(cls,n)
class C(metaclass=M): pass
for f in (lambda:isinstance(1,C),lambda:issubclass(int,C),lambda:C.x):
    try: f()
    except RecursionError: print('rec')
