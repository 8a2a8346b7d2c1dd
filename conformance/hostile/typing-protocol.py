# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import typing
@typing.runtime_checkable
class P(typing.Protocol):
    def f(self): ...
class M(type(P)):
    def __instancecheck__(cls, x): return isinstance(x, cls)
class Q(P, typing.Protocol, metaclass=M): 
    def g(self): ...
try: isinstance(1, typing.runtime_checkable(Q))
except (RecursionError, TypeError) as e: print(type(e).__name__)
class X:
    def __getattr__(self, n): return isinstance(self, P)
try: isinstance(X(), P)
except RecursionError: print('rec')
