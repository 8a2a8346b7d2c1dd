# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import dataclasses
@dataclasses.dataclass
class N:
    n: object = dataclasses.field(default_factory=lambda: N())
try: N()
except RecursionError: print('rec')
class M(type):
    def __getattribute__(cls, n): return dataclasses.fields(cls)
class X(metaclass=M): pass
try: dataclasses.is_dataclass(X); dataclasses.fields(X)
except (RecursionError, TypeError) as e: print(type(e).__name__)
