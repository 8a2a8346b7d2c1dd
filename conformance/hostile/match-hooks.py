# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
class M(type):
    def __instancecheck__(cls, x):
        match x:
            case cls(): return True
class C(metaclass=M): pass
try:
    match 1:
        case C(): print('C')
except (RecursionError, TypeError) as e: print(type(e).__name__)
class P:
    @property
    def __match_args__(self): return ('a',) * 100
    @property
    def a(self):
        match self:
            case P(a=x): return x
try:
    match P():
        case P(a=1): pass
except RecursionError: print('rec')
import collections.abc
class S(collections.abc.Sequence):
    def __len__(self): return 10**9
    def __getitem__(self, i): return i
match S():
    case [a, *b, c]: print(len(b))
