# covers: Special method names
import collections.abc
import copy
import functools
import typing


@functools.total_ordering
class Root:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Root) and self.n == other.n

    def __lt__(self, other):
        if not isinstance(other, Root):
            return NotImplemented
        return self.n < other.n


class Reversed(Root):
    def __lt__(self, other):
        return self.n > other.n


print([Root(1) > Root(2), Root(1) >= Root(1), Root(1) <= Root(2)])
print([Reversed(1) > Reversed(2), Reversed(1) >= Reversed(2), Reversed(1) <= Reversed(2)])
print(Root.__gt__.__name__, Root.__gt__.__qualname__, Root.__gt__.__module__)
print(functools._gt_from_lt is Root.__gt__, Root(1).__ge__(5))
try:
    Root(1) >= 5
except TypeError as error:
    print(error)


@functools.singledispatch
def shown(value):
    return "object"


@shown.register
def _(value: typing.Union[str, bytes]):
    return "text"


@shown.register
def _(value: int | None):
    return "number"


@shown.register
def _(value: "collections.abc.Sequence"):
    return "sequence"


print([shown(value) for value in ("a", b"a", 1, None, True, [1], (), {}, 1.5)])


class Late:
    pass


print(shown(Late()))
collections.abc.Sequence.register(Late)
print(shown(Late()), shown.dispatch(Late) is functools._find_impl(Late, shown.registry))
for annotation in (typing.Iterable[str], typing.Union[int, typing.Iterable[str]], list[int], "nowhere"):
    def wrong(value):
        pass
    wrong.__annotations__["value"] = annotation
    try:
        shown.register(wrong)
    except (TypeError, NameError) as error:
        print(type(error).__name__, error)

mro = functools._compose_mro(dict, [collections.abc.Sized, collections.abc.Mapping])
print([cls.__name__ for cls in mro])


class Counting:
    hashes = 0

    def __hash__(self):
        Counting.hashes += 1
        return 5


@functools.lru_cache(maxsize=1)
def kept(value, other=None):
    return "kept"


one = Counting()
for _ in range(3):
    kept(one, 1)
kept(2)
print(Counting.hashes, kept.cache_info())

made = functools.partial(print, ["x"], end="!\n")
made.attribute = []
copied = copy.copy(made)
print(copied.args is made.args, copied.keywords is made.keywords, copied.attribute is made.attribute)
made.__setstate__((print, (1,), None, None))
print(made.__dict__, made.keywords, made.args)
made.__setstate__((made, (made,), {}, None))
print(repr(made))
made.__setstate__((print, (), {}, {}))
made.keywords[1] = 2
try:
    made()
except TypeError as error:
    print(error)


class Meta(type):
    @functools.cached_property
    def value(cls):
        return 1


try:
    Meta("Made", (), {}).value
except TypeError as error:
    print(error)
print(max.__doc__.startswith("max(iterable"), min.__doc__.startswith("min(iterable"))
