# covers: Emulating callable objects
import collections
import collections.abc as c
import copy
import functools
from typing import Optional, Union


@functools.singledispatch
def f(x): return "base"
@f.register
def _(x: "Union[str, bytes]"): return "text"
@f.register
def _(x: int | float): return "number"
@f.register
def _(x: Optional[list]): return "list or none"
@f.register(c.Mapping)
def _(x): return "mapping"
print([f(x) for x in ("", b"", 1, 2.0, None, [], {}, collections.ChainMap(), 1j)], len(f.registry))
for bad in (lambda: f.register(lambda x: 0), lambda: f.register(list[int], len), lambda: f.register(3, len)):
    try: print(bad())
    except TypeError as e: print(str(e)[:70])
def annotated(x: "list[int]"): ...
def union(x: Union[int, list[int]]): ...
for bad in (annotated, union):
    try: f.register(bad)
    except TypeError as e: print(str(e))
class Late: pass
print(f(Late())); c.Mapping.register(Late); print(f(Late()))
print([k.__name__ for k in functools._compose_mro(dict, [c.Sized, c.Mapping, str])])

@functools.total_ordering
class Lt:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v if isinstance(o, Lt) else NotImplemented
    def __eq__(self, o): return self.v == o.v
print(Lt(1) <= Lt(1), Lt(2) >= Lt(3), Lt(2) > Lt(1), Lt.__gt__.__qualname__, Lt.__le__.__name__, Lt.__ge__.__module__)
print(functools._gt_from_lt is Lt.__gt__)
try: Lt(1) <= 3
except Exception as e: print(type(e).__name__, e)

p = functools.partial(print, [1], sep="-")
q = copy.copy(p)
print(q.args is p.args, q.keywords is p.keywords, copy.deepcopy(p).args)
p.__setstate__((p, (p,), {"k": p}, None)); print(repr(p).count("..."), repr(p)[:24])
p.__setstate__((max, (1,), {}, {"a": 1})); print(p.a, p(5))
p.__setstate__((max, (1,), None, None)); print(p.__dict__, p.keywords)
p.keywords[3] = 4
try: p()
except TypeError as e: print(e)

class H:
    count = 0
    def __hash__(self): H.count += 1; return 1
    def __eq__(self, o): return self is o
h = H()
@functools.lru_cache(maxsize=2)
def cached(*a): return len(a)
for args in ((h, 1), (h, 1), (h, 2), (h, 3), (h, 1)):
    cached(*args); print(H.count, end=" ")
print(cached.cache_info())

class Meta(type):
    @functools.cached_property
    def prop(self): return 1
class M(metaclass=Meta): pass
try: M.prop
except TypeError as e: print(e)
