# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import abc
class A(abc.ABC): pass
class B(abc.ABC): pass
A.register(B)
try: B.register(A)
except RuntimeError as e: print(type(e).__name__)
class S(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c): return issubclass(c, cls)
try: issubclass(int, S)
except RecursionError: print('rec')
x = A
for i in range(2000):
    class C(abc.ABC): pass
    x.register(C); x = C
for i in range(3):
    try: issubclass(int, A)
    except RecursionError: print('rec')
class T(abc.ABC):
    __subclasses__ = lambda: [T]
try: issubclass(int, T)
except (RecursionError, TypeError) as e: print(type(e).__name__)
