# covers: Customizing instance and subclass checks; Emulating container types; __and__
# abc, collections.abc and weakref: registration, hooks, abstract methods, generic aliases, weak containers, errors.
from abc import *
import abc, weakref, gc
from collections.abc import *
class A(ABC):
    @abstractmethod
    def f(self): pass
    @property
    @abstractmethod
    def p(self): pass
class B(A):
    def f(self): return 1
class C(B):
    p = 5
class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, o):
        if o is int: return True
        if o is str: return False
        if o is float: return 5
        return NotImplemented
class V: pass
class O:
    def __init__(s, n=0): s.n = n
    def __repr__(s): return f"O{s.n}"
    def __eq__(s, o): return isinstance(o, O) and s.n == o.n
    def __hash__(s): return hash(s.n)

try:
    print(A())
except BaseException as e: print('A()', type(e).__name__, e)
try:
    print(B())
except BaseException as e: print('B()', type(e).__name__, e)
try:
    print(C().f())
except BaseException as e: print('C().f()', type(e).__name__, e)
try:
    print(A.register(5))
except BaseException as e: print('A.register(5)', type(e).__name__, e)
try:
    print(A.register(V) is V, issubclass(V, A), isinstance(V(), A), issubclass(C, A))
except BaseException as e: print('A.register(V) is V, issubclass(V, A), isinstance(V(), A), issubclass(C, A)', type(e).__name__, e)
try:
    print(A.register(A))
except BaseException as e: print('A.register(A)', type(e).__name__, e)
try:
    print(C.register(A))
except BaseException as e: print('C.register(A)', type(e).__name__, e)
try:
    print(issubclass(5, A))
except BaseException as e: print('issubclass(5, A)', type(e).__name__, e)
try:
    print(isinstance(5, A))
except BaseException as e: print('isinstance(5, A)', type(e).__name__, e)
try:
    print(issubclass(int, Hook), issubclass(str, Hook), issubclass(list, Hook))
except BaseException as e: print('issubclass(int, Hook), issubclass(str, Hook), issubclass(list, Hook)', type(e).__name__, e)
try:
    print(issubclass(float, Hook))
except BaseException as e: print('issubclass(float, Hook)', type(e).__name__, e)
try:
    print(sorted(A.__abstractmethods__), B.__abstractmethods__, C.__abstractmethods__)
except BaseException as e: print('sorted(A.__abstractmethods__), B.__abstractmethods__, C.__abstractmethods__', type(e).__name__, e)
try:
    print(get_cache_token() > 0)
except BaseException as e: print('get_cache_token() > 0', type(e).__name__, e)
try:
    print(A.__module__, type(A), ABC.__mro__)
except BaseException as e: print('A.__module__, type(A), ABC.__mro__', type(e).__name__, e)
try:
    print(abstractproperty(len).__isabstractmethod__)
except BaseException as e: print('abstractproperty(len).__isabstractmethod__', type(e).__name__, e)
try:
    print(abc.update_abstractmethods(int))
except BaseException as e: print('abc.update_abstractmethods(int)', type(e).__name__, e)
try:
    class D(A, metaclass=ABCMeta): f = 1
except BaseException as e: print('class D(A, metaclass=ABCMeta): f = 1', type(e).__name__, e)
try:
    print(D())
except BaseException as e: print('D()', type(e).__name__, e)
try:
    D.p = 1; D.f = 2; update_abstractmethods(D); print(D().f)
except BaseException as e: print('D.p = 1; D.f = 2; update_abstractmethods(D); print(D().f)', type(e).__name__, e)
try:
    print(isinstance([], Sequence), isinstance((), Sequence), isinstance("", Sequence), isinstance(b"", Sequence), isinstance(range(1), Sequence), isinstance(memoryview(b""), Sequence), isinstance({}, Mapping), isinstance({}, MutableMapping), isinstance(set(), MutableSet), isinstance(frozenset(), Set), isinstance({}.keys(), KeysView), isinstance({}.items(), ItemsView), isinstance({}.values(), ValuesView), isinstance(5, Hashable), isinstance([], Hashable), isinstance(len, Callable), isinstance(iter([]), Iterator), isinstance((x for x in ()), Generator), isinstance(bytearray(), MutableSequence))
except BaseException as e: print('isinstance([], Sequence), isinstance((), Sequence), isinstance("", Sequence), isinstance(b"", Sequence), isinstance(range(1), Sequence), isinstance(memoryview(b""), Sequence), isinstance({}, Mapping), isinstance({}, MutableMapping), isinstance(set(), MutableSet), isinstance(frozenset(), Set), isinstance({}.keys(), KeysView), isinstance({}.items(), ItemsView), isinstance({}.values(), ValuesView), isinstance(5, Hashable), isinstance([], Hashable), isinstance(len, Callable), isinstance(iter([]), Iterator), isinstance((x for x in ()), Generator), isinstance(bytearray(), MutableSequence)', type(e).__name__, e)
try:
    print(Sequence())
except BaseException as e: print('Sequence()', type(e).__name__, e)
try:
    print(MutableMapping())
except BaseException as e: print('MutableMapping()', type(e).__name__, e)
try:
    print(Mapping[int, str], Callable[[int], str], Callable[..., int], Iterable[int])
except BaseException as e: print('Mapping[int, str], Callable[[int], str], Callable[..., int], Iterable[int]', type(e).__name__, e)
try:
    print(Callable[int])
except BaseException as e: print('Callable[int]', type(e).__name__, e)
try:
    print(Callable[int, str])
except BaseException as e: print('Callable[int, str]', type(e).__name__, e)
try:
    print(Sized.__subclasshook__(list), Sized.__subclasshook__(int))
except BaseException as e: print('Sized.__subclasshook__(list), Sized.__subclasshook__(int)', type(e).__name__, e)
try:
    print(sorted(Mapping.__abstractmethods__), sorted(MutableSequence.__abstractmethods__))
except BaseException as e: print('sorted(Mapping.__abstractmethods__), sorted(MutableSequence.__abstractmethods__)', type(e).__name__, e)
try:
    print(Set.__and__.__name__)
except BaseException as e: print('Set.__and__.__name__', type(e).__name__, e)
try:
    print(Iterator.register)
except BaseException as e: print('Iterator.register', type(e).__name__, e)
try:
    print(Hashable.__doc__, Iterable.__slots__)
except BaseException as e: print('Hashable.__doc__, Iterable.__slots__', type(e).__name__, e)
try:
    d = weakref.WeakValueDictionary(); o = O(1); d["a"] = o; print(len(d), d["a"], list(d.items()), list(d.values()), d.get("z", 5), d.pop("z", 6), d.setdefault("a", 5), "a" in d, isinstance(d, MutableMapping))
except BaseException as e: print('d = weakref.WeakValueDictionary(); o = O(1); d["a"] = o; print(len(d), d["a"], list(d.items()), list(d.values()), d.get("z", 5), d.pop("z", 6), d.setdefault("a", 5), "a" in d, isinstance(d, MutableMapping))', type(e).__name__, e)
try:
    d = weakref.WeakValueDictionary(); d["x"]
except BaseException as e: print('d = weakref.WeakValueDictionary(); d["x"]', type(e).__name__, e)
try:
    d = weakref.WeakValueDictionary(); d["x"] = 5
except BaseException as e: print('d = weakref.WeakValueDictionary(); d["x"] = 5', type(e).__name__, e)
try:
    d = weakref.WeakValueDictionary(); d.popitem()
except BaseException as e: print('d = weakref.WeakValueDictionary(); d.popitem()', type(e).__name__, e)
try:
    d = weakref.WeakValueDictionary(); d.pop("q")
except BaseException as e: print('d = weakref.WeakValueDictionary(); d.pop("q")', type(e).__name__, e)
try:
    d = weakref.WeakValueDictionary(); del d["q"]
except BaseException as e: print('d = weakref.WeakValueDictionary(); del d["q"]', type(e).__name__, e)
try:
    d = weakref.WeakValueDictionary(a=A)
except BaseException as e: print('d = weakref.WeakValueDictionary(a=A)', type(e).__name__, e)
try:
    d = weakref.WeakValueDictionary({"a": A}, b=B); print(sorted(d), sorted((d | {"c": C})), type(d | {}).__name__)
except BaseException as e: print('d = weakref.WeakValueDictionary({"a": A}, b=B); print(sorted(d), sorted((d | {"c": C})), type(d | {}).__name__)', type(e).__name__, e)
try:
    d = weakref.WeakValueDictionary(5)
except BaseException as e: print('d = weakref.WeakValueDictionary(5)', type(e).__name__, e)
try:
    print(weakref.WeakValueDictionary([("a", A)]).copy()["a"])
except BaseException as e: print('weakref.WeakValueDictionary([("a", A)]).copy()["a"]', type(e).__name__, e)
try:
    k = weakref.WeakKeyDictionary(); o = O(1); k[o] = 5; print(k[O(1)], len(k), list(k), list(k.items()), k.get(o), k.pop(o), k.pop(o, 1), len(k))
except BaseException as e: print('k = weakref.WeakKeyDictionary(); o = O(1); k[o] = 5; print(k[O(1)], len(k), list(k), list(k.items()), k.get(o), k.pop(o), k.pop(o, 1), len(k))', type(e).__name__, e)
try:
    k = weakref.WeakKeyDictionary(); k[5] = 1
except BaseException as e: print('k = weakref.WeakKeyDictionary(); k[5] = 1', type(e).__name__, e)
try:
    k = weakref.WeakKeyDictionary(); k.popitem()
except BaseException as e: print('k = weakref.WeakKeyDictionary(); k.popitem()', type(e).__name__, e)
try:
    k = weakref.WeakKeyDictionary({A: 1}); print(k | {B: 2} == {A: 1, B: 2}, k.keyrefs()[0]() is A, 5 in k, k.get(5))
except BaseException as e: print('k = weakref.WeakKeyDictionary({A: 1}); print(k | {B: 2} == {A: 1, B: 2}, k.keyrefs()[0]() is A, 5 in k, k.get(5))', type(e).__name__, e)
try:
    s = weakref.WeakSet([A, B]); print(len(s), A in s, C in s, 5 in s, s == weakref.WeakSet([B, A]), s <= {A, B, C}, s & {A} == {A}, len(s | {C}), len(s - {A}), len(s ^ {A, C}), s.isdisjoint({C}), s.issubset([A, B]), s >= {A}, s > {A}, s < {A, B})
except BaseException as e: print('s = weakref.WeakSet([A, B]); print(len(s), A in s, C in s, 5 in s, s == weakref.WeakSet([B, A]), s <= {A, B, C}, s & {A} == {A}, len(s | {C}), len(s - {A}), len(s ^ {A, C}), s.isdisjoint({C}), s.issubset([A, B]), s >= {A}, s > {A}, s < {A, B})', type(e).__name__, e)
try:
    s = weakref.WeakSet([A]); s.discard(B); s.clear(); s.pop()
except BaseException as e: print('s = weakref.WeakSet([A]); s.discard(B); s.clear(); s.pop()', type(e).__name__, e)
try:
    s = weakref.WeakSet([5])
except BaseException as e: print('s = weakref.WeakSet([5])', type(e).__name__, e)
try:
    print(hash(weakref.WeakSet()))
except BaseException as e: print('hash(weakref.WeakSet())', type(e).__name__, e)
try:
    f = weakref.finalize(A, print, 1); print(f.alive, f.atexit, f.peek()[1:], f.detach()[1:], f.alive, f.peek(), f())
except BaseException as e: print('f = weakref.finalize(A, print, 1); print(f.alive, f.atexit, f.peek()[1:], f.detach()[1:], f.alive, f.peek(), f())', type(e).__name__, e)
try:
    f = weakref.finalize(O(1), print, "gone", end="!\n"); print(f.alive, f.atexit)
except BaseException as e: print('f = weakref.finalize(O(1), print, "gone", end="!\\n"); print(f.alive, f.atexit)', type(e).__name__, e)
try:
    print(weakref.finalize(5, print))
except BaseException as e: print('weakref.finalize(5, print)', type(e).__name__, e)
try:
    print(weakref.finalize(O(5)))
except BaseException as e: print('weakref.finalize(O(5))', type(e).__name__, e)
try:
    print(weakref.finalize())
except BaseException as e: print('weakref.finalize()', type(e).__name__, e)
try:
    m = weakref.WeakMethod(C().f); print(m())
except BaseException as e: print('m = weakref.WeakMethod(C().f); print(m())', type(e).__name__, e)
try:
    print(weakref.WeakMethod(len))
except BaseException as e: print('weakref.WeakMethod(len)', type(e).__name__, e)
try:
    print(weakref.WeakMethod(5))
except BaseException as e: print('weakref.WeakMethod(5)', type(e).__name__, e)
try:
    print(weakref.ref.__module__, weakref.ref, weakref.ReferenceType, weakref.proxy.__module__, weakref.getweakrefcount.__module__)
except BaseException as e: print('weakref.ref.__module__, weakref.ref, weakref.ReferenceType, weakref.proxy.__module__, weakref.getweakrefcount.__module__', type(e).__name__, e)
try:
    print(weakref.getweakrefcount())
except BaseException as e: print('weakref.getweakrefcount()', type(e).__name__, e)
try:
    print(weakref.getweakrefs(5), weakref.getweakrefcount(5))
except BaseException as e: print('weakref.getweakrefs(5), weakref.getweakrefcount(5)', type(e).__name__, e)
try:
    print(weakref.proxy())
except BaseException as e: print('weakref.proxy()', type(e).__name__, e)
try:
    print(weakref.ref())
except BaseException as e: print('weakref.ref()', type(e).__name__, e)
try:
    print(weakref.ref(5))
except BaseException as e: print('weakref.ref(5)', type(e).__name__, e)
try:
    print(weakref.ref(A, 1, 2))
except BaseException as e: print('weakref.ref(A, 1, 2)', type(e).__name__, e)
try:
    print(weakref.ref(A, callback=5))
except BaseException as e: print('weakref.ref(A, callback=5)', type(e).__name__, e)
try:
    print(weakref.KeyedRef)
except BaseException as e: print('weakref.KeyedRef', type(e).__name__, e)
