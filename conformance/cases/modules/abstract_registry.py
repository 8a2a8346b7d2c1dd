# covers: Customizing instance and subclass checks
# ours: abc
# abc: registration, hooks, caches, abstract members of every kind, what is forgotten and updated.
import abc
from abc import *
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
class A(ABC):
    @abstractmethod
    def m(self): return "A.m"
    @property
    @abstractmethod
    def p(self): ...
    @classmethod
    @abstractmethod
    def c(cls): ...
    @staticmethod
    @abstractmethod
    def s(): ...
    x = abstractproperty(lambda self: 1)
print(sorted(A.__abstractmethods__), A.m.__isabstractmethod__, A.p.__isabstractmethod__, A.__dict__["c"].__isabstractmethod__, A.__dict__["s"].__isabstractmethod__)
tr(A)
class B(A):
    def m(self): return super().m() + "B"
    p = c = s = x = 1
print(B().m(), B.__abstractmethods__, issubclass(B, A))
class One(ABC):
    @abstractmethod
    def only(self): ...
tr(One); tr(type("Sub", (One,), {}))
class P:
    @property
    def v(self): ...
    @v.setter
    @abstractmethod
    def v(self, x): ...
print(P.v.__isabstractmethod__, property(abstractmethod(lambda s: 0)).__isabstractmethod__, abstractclassmethod(lambda c: 0).__isabstractmethod__)
class R(ABC): pass
class S(ABC): pass
before = get_cache_token()
print(R.register(int) is int, isinstance(5, R), isinstance(True, R), issubclass(str, R), get_cache_token() != before)
@R.register
class D: pass
S.register(R)
print(isinstance(D(), S), issubclass(int, S)); tr(R.register, S); tr(R.register, 5); tr(issubclass, 5, R); tr(isinstance, 5, R)
class H(ABC):
    @classmethod
    def __subclasshook__(cls, c):
        print("hook", cls.__name__, c.__name__)
        return {"Yes": True, "No": False}.get(c.__name__, NotImplemented if c.__name__ != "Odd" else 5)
for name in ("Yes", "No", "Other", "Odd"):
    c = type(name, (), {}); tr(issubclass, c, H); tr(issubclass, c, H)
class Liar:
    @property
    def __class__(self): return int
print(isinstance(Liar(), R), isinstance(Liar(), S))
R._abc_caches_clear(); print(isinstance(5, R)); R._abc_registry_clear(); R._abc_caches_clear(); print(isinstance(5, R), isinstance(D(), R))
class U(ABC):
    @abstractmethod
    def f(self): ...
U.f = lambda self: "now"
tr(U); print(update_abstractmethods(U) is U, U().f(), update_abstractmethods(int) is int)
class Meta(ABCMeta):
    def __instancecheck__(cls, x): return x == 3 or super().__instancecheck__(x)
class M(metaclass=Meta): pass
print(isinstance(3, M), isinstance(4, M), isinstance(M(), M), ABC.__slots__, [c.__name__ for c in R.__subclasses__()])
class Kw(ABC):
    def __init_subclass__(cls, /, tag, **k): super().__init_subclass__(**k); cls.tag = tag
class KwSub(Kw, tag="t"): pass
print(KwSub.tag, ABCMeta("Made", (), {"f": abstractmethod(lambda: 0)}).__abstractmethods__)
