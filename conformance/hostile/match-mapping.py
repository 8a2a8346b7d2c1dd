# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import collections.abc
class D(collections.abc.Mapping):
    def __len__(self): return 1
    def __iter__(self):
        i = 0
        while 1: yield i; i += 1
    def __getitem__(self, k): return k
    def keys(self): return self
    def get(self, k, d):
        match self:
            case {'a': x}: return x
try:
    match D():
        case {'a': 1, **rest}: print('yes')
except RecursionError: print('rec')
class E(dict):
    def keys(self): return iter(int, 1)
    def get(self, k, d=None): return 1
match E(a=1):
    case {'a': 1, **rest}: print(rest)
class G(D):
    def get(self, k, d): return k
match G():
    case {'a': 'a', **rest}: print(rest)
