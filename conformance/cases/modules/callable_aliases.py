# covers: Emulating generic types
# Aliases of Callable of both modules: arguments in a row, parameter specifications, substitution.
import collections.abc as ca, typing, copy
from typing import *
T, S, P, Q, Ts = TypeVar("T"), TypeVar("S"), ParamSpec("P"), ParamSpec("Q"), TypeVarTuple("Ts")
for C in (ca.Callable, typing.Callable):
    for text in ("C[[int],str]", "C[P,int]", "C[P,T][[int],str]", "C[Concatenate[int,P],T]", "C[Concatenate[int,P],T][[str],bool]", "C[[T,*Ts],int][str,int,float]", "C[[Unpack[Ts]],int]", "C[...,T][int]", "C[P,T][int,str]", "C[P,T][Q,int]", "C[P,T][Concatenate[int,Q],int]", "C[P,T][...,int]", "C[[int],T][str].__args__", "C[[P],int]", "C[int,str]", "C[[]]", "C[()]", "C[(),int]", "C[P,T].__parameters__", "C[P,T][[int,str],bool].__args__", "C[[int,T],str][()]", "C[[int,T],str][int,str]", "C[[list[T]],str][int]", "C[[int,T],T][S][bool]", "get_args(C[P,int])", "get_args(C[[int],str])", "get_origin(C[[], int])", "C[P, Tuple[*Ts]][[int, str], bytes, float].__args__", "C[[], None]", "C[[], 5]"):
        try:
            print(text, "->", eval(text))
        except Exception as e:
            print(text, type(e).__name__, e)
    for alias in (C[[int], str], C[P, int], C[..., T], C[Concatenate[int, P], T], C[[], Any]):
        print(copy.copy(alias) == alias, copy.deepcopy(alias) == alias, hash(alias) == hash(copy.copy(alias)))
print(typing.Callable[[], Any] is typing.Callable[[], Any], List[int] is List[int], Literal[1, True] == Literal[1, 1], Literal[0] is Literal[0], Literal[0] is Literal[False], Annotated[int, 1] == Annotated[int, True])
print(isinstance(len, ca.Callable), ca.Callable[[int], str] == typing.Callable[[int], str], ca.Callable[[int], str] == ca.Callable[[int], str])
for text in ("type(NoDefault)()", "type(NoDefault)(1)", "setattr(type(NoDefault), 'a', 1)", "setattr(NoDefault, 'a', 1)", "type('A', (type(NoDefault),), {})", "type('A', (type(List[int]),), {})", "type('A', (TypeVar,), {})", "type('A', (ParamSpecArgs,), {})", "type('A', (TypeAliasType,), {})", "iter(Union)", "iter(List)", "NoDefault.__reduce__()", "type(NoDefault).__module__"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
class Good:
    def __mro_entries__(self, bases):
        return (object,)
class Bad:
    def __mro_entries__(self, bases):
        return None
class A(List[int], Good()): ...
class B(Sized, list[int]): ...
print([c.__name__ for c in A.__mro__], [c.__name__ for c in B.__mro__])
for base in (object(), Bad()):
    try:
        class D(List[int], base): ...
    except TypeError as e:
        print(e)
