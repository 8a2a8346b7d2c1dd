# covers: The standard type hierarchy
# typing: forms, aliases, substitution, hints, named tuples, typed dicts, protocols, what statements make.
import typing, types, collections, abc, sys
from typing import *
def tr(e, **k):
    try: r = eval(e, globals(), k)
    except Exception as x: print(e, '!!', type(x).__name__, x)
    else: print(e, '->', repr(r)); return r
T = TypeVar('T'); U = TypeVar('U', bound=int); K = TypeVar('K', int, str); P = ParamSpec('P'); Ts = TypeVarTuple('Ts'); TD = TypeVar('TD', default=int); TC = TypeVar('TC', covariant=True); TN = TypeVar('TN', contravariant=True)
class G(Generic[T]): pass
class G2(Generic[T, U]): pass
class GP(Generic[P]): pass
class GT(Generic[Unpack[Ts]]): pass
class GPT(Generic[T, P]): pass
class Sub(G[int]): pass
class SubT(G[T], Generic[T]): pass
class C: pass
UserId = NewType('UserId', int)
for e in '''Any
List
List[int]
Dict[str, int]
Dict[str]
List[int, str]
Tuple[int, str]
Tuple[int, ...]
Tuple[()]
Tuple
Union[int, str]
Union[int]
Union[int, int]
Union[int, None]
Union[None, int, str]
Union[()]
Union[int, Union[str, float]]
Optional[int]
Optional[int, str]
Optional
Callable
Callable[[int], str]
Callable[..., int]
Callable[[], None]
Callable[int, str]
Callable[int]
Callable[[int, str], List[int]]
Callable[P, int]
Callable[Concatenate[int, P], str]
Literal[1, 'a', None]
Literal[1]
Literal[Literal[1], 2, 1]
Literal[[]]
Final[int]
Final
ClassVar[int]
ClassVar[int, str]
Type[int]
Type
Annotated[int, 'x']
Annotated[int]
Annotated[Annotated[int, 1], 2]
Annotated[List[T], 1][int]
Required[int]
NotRequired[int]
Self
Self[int]
Never
NoReturn
LiteralString
TypeAlias
TypeGuard[int]
TypeIs[str]
Unpack[Ts]
Concatenate[int, P]
Concatenate[int, str]
T
U
K
P
Ts
TD
TC
TN
P.args
P.kwargs
T.__bound__
U.__bound__
K.__constraints__
T.has_default()
TD.__default__
T.__default__
T.__module__
T.__name__
G
G[int]
G[T]
G[int, str]
G[int][str]
G[T][int]
G2[int]
G2[int, str]
G2[T, int]
G2[T, T][int]
GP[[int, str]]
GP[int, str]
GP[...]
GP[P]
GT[int, str]
GT[()]
GT[int]
GPT[int, [str]]
GPT[int]
Sub[int]
SubT[str]
List[T][int]
Dict[T, U][int, str]
Dict[T, T]
Dict[T, T][int]
Callable[[T], U][int, str]
Union[T, U][int, str]
Union[T, int][int]
List[List[T]][int]
List['C']
Optional['C']
Union['C', int]
List[None]
int | List[int]
List[int] | None
Optional[int] | str
T | int
'C' | T
Any | None
UserId
UserId(5)
UserId | int
UserId.__supertype__
UserId.__name__
ForwardRef('C')
ForwardRef('a b')
ForwardRef(5)
ForwardRef('C') == ForwardRef('C')
hash(List[int]) == hash(List[int])
List[int] == List[int]
List[int] == list[int]
Union[int, str] == Union[str, int]
Union[int, str] == (int | str)
hash(Union[int, str]) == hash(Union[str, int])
Literal[1, 2] == Literal[2, 1]
Literal[1] == Literal[True]
isinstance([], List)
isinstance([], List[int])
issubclass(list, List)
issubclass(list, Sequence)
isinstance(5, Union[int, str])
isinstance(5, Optional[int])
isinstance(None, Optional[int])
isinstance(5, Any)
isinstance(5, Union)
issubclass(int, Optional)
List()
List[int]()
Dict()
Union()
Any()
G[int]()  .__class__
G[int]().__orig_class__
type(G[int])
List[int].__origin__
List[int].__args__
Dict[T, int].__parameters__
G[int].__origin__
G.__parameters__
G2.__orig_bases__
Sub.__orig_bases__
Sub.__parameters__
Sub.__mro__
List[int].append
List[int].__name__
List.__name__
Union.__name__
Callable[[int], str].__args__
Callable[..., str].__args__
get_args(Callable[[int], str])
get_args(Callable[..., str])
get_args(List[int])
get_args(Dict)
get_args(Union[int, None])
get_args(int | str)
get_args(Annotated[int, 1])
get_args(Literal[1, 2])
get_args(list[int])
get_args(5)
get_origin(List[int])
get_origin(List)
get_origin(Union[int, str])
get_origin(int | str)
get_origin(Annotated[int, 1])
get_origin(Literal[1])
get_origin(Generic)
get_origin(Generic[T])
get_origin(Callable[[int], str])
get_origin(G[int])
get_origin(5)
get_origin(P.args)
Generic
Generic[T]
Generic[int]
Generic[()]
Generic[T, T]
Generic[T][int]
Protocol[T]
List[Generic]
List[ClassVar]
List[ClassVar[int]]
List[(1, 2)]
List[1]
List[Final[int]]
Union[Final[int], str]
TypeVar('X', int)
TypeVar('X', covariant=True, contravariant=True)
TypeVar('X', int, str, bound=int)
TypeVar(5)
Iterable[int]
Iterator
Generator[int, None, str]
Generator[int]
AsyncGenerator[int]
ContextManager[int]
Awaitable[int]
Coroutine[int, str, float]
Hashable
Sized
Mapping[str, int]
DefaultDict[str, int]
Counter[str]
Deque[int]()
OrderedDict[str, int]
ChainMap[str, int]
FrozenSet[int]
AbstractSet[int]
KeysView[int]
Text
TYPE_CHECKING
AnyStr
cast(int, 'x')
cast('q', 5)
assert_never(5)
assert_type(3, int)
NoDefault
type(NoDefault)
Any.__module__
Optional.__doc__ is None
repr(Callable[[Callable[[int], str]], None])
list[T][int]
list[T].__parameters__
dict[str, T][int]
List[Optional[Dict[str, Union[int, List[str]]]]]
Type[Any]
Tuple[T, ...][int]
Tuple[Unpack[Ts]][int, str]
Tuple[int, Unpack[Ts]]
List[Any]
Union[List[int], Tuple[str, ...]]
is_typeddict(5)
get_type_hints(5)
get_type_hints(len)
SupportsInt
isinstance(5, SupportsInt)
isinstance('x', SupportsInt)
issubclass(float, SupportsFloat)
isinstance(5, SupportsIndex)
isinstance(2.5, SupportsAbs)
G[int] == G[int]
G[int] is G[int]
G['C']
G[int].__module__
List[int].__module__
Union[int, str].__module__
dir(List[int]) != []
(list[T] | int)[str]
(list[T] | int).__parameters__
list[Unpack[Ts]][int, str]
tuple[Unpack[Ts], T][int, str, float]
list[T, U][int]
dict[T, TD][int]
dict[T, TD][()]
list[T][int, str]
(list[T] | dict[T, U])[int]
list[P][()]
list[T, Unpack[Ts]][()]
list[list[T]][int]
list[P][[int]]
list[TD][()]
dict[TD, T]
list[List[T]][int]
Type[C]()
Dict[str, int].keys'''.split('\n'): tr(e)

def f(a: int, b: 'C', c: Optional['C'] = None, *d: 'List[int]', e: "Annotated[int, 'x']" = 1) -> 'None': pass
print(get_type_hints(f)); print(get_type_hints(f, include_extras=True))
class H:
    a: int
    b: 'List[H]'
    c: ClassVar['int'] = 3
    d: Annotated[int, 'm']
    e: 'Final[int]' = 1
    f: None
class H2(H):
    b: str
    g: 'T'
print(get_type_hints(H)); print(get_type_hints(H2, include_extras=True))
class HB:
    x: 'nope'
tr('get_type_hints(HB)'); tr('get_type_hints(HB, localns={"nope": int})'); tr('get_type_hints(HB, globalns={"nope": str})')
class N(NamedTuple):
    "doc"
    x: int
    y: 'str' = 'd'
    def m(self): return self.x
n = N(1); print(n, n.m(), N._fields, N._field_defaults, N.__annotations__, N.__doc__, N.__mro__, N.__orig_bases__ == (NamedTuple,), n._replace(x=5), N.__bases__)
M = NamedTuple('M', [('a', int), ('b', str)]); print(M(1, 'x'), M.__annotations__, M.__module__, M.__orig_bases__ == (NamedTuple,))
class NG(NamedTuple, Generic[T]):
    x: T
    y: int = 1
print(NG(1), NG[int], NG[int](5), NG.__mro__, NG.__parameters__)
for src in ["class B1(NamedTuple):\n  x: int = 1\n  y: int", "class B2(NamedTuple, C): pass", "class B3(NamedTuple):\n  x: int\n  def _make(self): pass", "class B4(NamedTuple):\n  _x: int", "class B5(List): pass\nprint(B5.__mro__)", "class B6(List[int]): pass\nprint(B6.__mro__, B6.__orig_bases__)", "class B7(Generic): pass", "class B8(G[T], Generic[U]): pass", "class B9(Generic[T], Generic[U]): pass", "class B10(Union[int, str]): pass", "class B11(Any): pass\nprint(B11.__mro__, type(B11()))", "class B12(T): pass", "class B13(Optional): pass", "class B14(Callable[[int], str]): pass\nprint(B14.__mro__)", "class B15(UserId): pass", "class B16(Dict[T, int]): pass\nprint(B16.__parameters__, B16[str], B16.__mro__)", "class B17(G[T]): pass\nprint(B17.__parameters__, B17[int])", "class B18(Tuple[int, ...]): pass\nprint(B18.__mro__)", "class B19(Protocol, C): pass", "class B20(Literal[1]): pass", "class B21(Iterable[T], Sized): pass\nprint(B21.__mro__)", "class B22(Annotated[C, 1]): pass\nprint(B22.__mro__)", "class B23(Generic[T, Unpack[Ts]]): pass\nprint(B23[int, str, float], B23[int], B23.__parameters__)\nB23[()]", "class B24(Generic[TD, T]): pass", "class B25(Generic[T, TD]): pass\nprint(B25[int], B25[int, str])\nB25[()]"]:
    try: exec(src)
    except Exception as x: print(src.splitlines()[0], '!!', type(x).__name__, x)
class TDict(TypedDict):
    "td doc"
    a: int
    b: NotRequired[str]
class TD2(TDict, total=False):
    c: 'List[int]'
    d: Required[int]
    e: ReadOnly[int]
print(TDict(a=1), TDict, TDict.__annotations__, TDict.__required_keys__, sorted(TD2.__required_keys__), sorted(TD2.__optional_keys__), TD2.__total__, TDict.__total__, TD2.__mro__, TD2.__orig_bases__, TD2.__bases__, TDict.__doc__, type(TDict(a=1)), is_typeddict(TDict), is_typeddict(dict), sorted(TD2.__readonly_keys__), sorted(TD2.__mutable_keys__))
print(get_type_hints(TD2), get_type_hints(TD2, include_extras=True)); tr('isinstance({}, TDict)'); tr('issubclass(dict, TDict)')
F = TypedDict('F', {'x': int, 'y-z': str}, total=False); print(F, F.__annotations__, F.__total__, F(x=1), F.__module__)
class TG(TypedDict, Generic[T]):
    x: T
print(TG[int], TG.__parameters__, TG.__mro__, TG[int](x=1))
for src in ["class X(TypedDict, C): pass", "class X(TDict):\n  a: ReadOnly[int]"]:
    try: exec(src)
    except Exception as x: print('!!', type(x).__name__, x)
class Pr(Protocol):
    def meth(self) -> int: ...
@runtime_checkable
class PrR(Protocol):
    def meth(self) -> int: ...
@runtime_checkable
class PrD(Protocol):
    x: int
    def meth(self): ...
class Impl:
    def meth(self): return 1
class ImplD:
    x = 1
    def meth(self): return 1
class Nope: pass
class Expl(PrR): pass
class NoneM: meth = None
for e in ["Pr()", "isinstance(1, Pr)", "issubclass(int, Pr)", "isinstance(Impl(), PrR)", "isinstance(Nope(), PrR)", "issubclass(Impl, PrR)", "issubclass(Nope, PrR)", "issubclass(5, PrR)", "isinstance(ImplD(), PrD)", "isinstance(Impl(), PrD)", "issubclass(ImplD, PrD)", "Expl()", "isinstance(Expl(), PrR)", "isinstance(NoneM(), PrR)", "runtime_checkable(Nope)", "runtime_checkable(Expl)", "is_protocol(Pr)", "is_protocol(Expl)", "is_protocol(Protocol)", "sorted(get_protocol_members(PrD))", "get_protocol_members(int)", "Pr._is_protocol", "Expl._is_protocol", "PrD.__protocol_attrs__ == {'x', 'meth'}", "Pr.__mro__", "Protocol", "isinstance(5, Iterable)", "Expl.__mro__", "PrR.__parameters__"]: tr(e) if 'Expl()' != e else print(type(Expl()))
class PG(Protocol[T]):
    def get(self) -> T: ...
class PI(Protocol):
    def __init__(self): self.q = 1
class PX(PI):
    def __init__(self): super().__init__()
class PY(Pr):
    def __init__(self, v): self.v = v
print(PG[int], PG.__parameters__, PG.__mro__, PX().q, PY(4).v); print(type(PI())); tr('PG()')
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
print(len(get_overloads(ov)), ov(3)); clear_overloads(); print(get_overloads(ov))
try: typing._overload_dummy()
except NotImplementedError as x: print(x)
@final
class Fi: pass
class Ov:
    @override
    def m(self): pass
    @final
    def k(self): pass
print(Fi.__final__, Ov.m.__override__, Ov.k.__final__)
@no_type_check
def ntc(x: 'bad bad'): pass
print(get_type_hints(ntc), ntc.__no_type_check__)
@dataclass_transform(order_default=True)
def dt(c): return c
print(dt.__dataclass_transform__)
class CP[A, *B, **D]:
    def m[X: int](self, x: X) -> A: ...
type Al[Q] = dict[str, Q]
print(CP[int, str, [float]], CP.__parameters__, CP.__orig_bases__, CP.m.__type_params__[0].__bound__, Al, Al[int], Al.__value__, Al.__type_params__, get_origin(Al[int]), Al | None, get_type_hints(CP.m), get_origin(CP[int, [str]]))
a1 = TypeAliasType('a1', List[T], type_params=(T,)); print(a1, a1.__value__, a1[int], a1.__module__, a1.__parameters__); tr('TypeAliasType("q", int)[int]')
def g1[T](x: T) -> 'T': pass
print(get_type_hints(g1), get_type_hints(typing.get_type_hints) == {}, sorted(set(typing.__all__) - set(dir(typing))))
