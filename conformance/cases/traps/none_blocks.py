# covers: Special method names; Emulating container types; Emulating numeric types; __len__; __getitem__
# Setting a special method to None blocks it and what would be tried in its place.
class NoContains:
    __contains__ = None
    def __iter__(self):
        return iter([1])
    def __getitem__(self, i):
        return i


class NoIter:
    __iter__ = None
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i


class NoReversed:
    __reversed__ = None
    def __len__(self):
        return 1
    def __getitem__(self, i):
        return i


class Left:
    __add__ = None
    __eq__ = None
    __lt__ = None
    __iadd__ = None


class Right:
    def __radd__(self, other):
        return "radd"
    def __eq__(self, other):
        return "eq"
    def __gt__(self, other):
        return "gt"


class NoR:
    __radd__ = None


class NoBool:
    __bool__ = None
    def __len__(self):
        return 0


class NoCall:
    __call__ = None
    __hash__ = None
    __len__ = None
    __str__ = None
    __enter__ = None
    __getattr__ = None
    __int__ = None
    __index__ = None
    __next__ = None


def go(what, f):
    try:
        print(what, f())
    except Exception as e:
        print(what, type(e).__name__, e)


go("in", lambda: 1 in NoContains())
go("list", lambda: list(NoContains()) if False else [x for x in NoContains()])
go("iter", lambda: iter(NoIter()))
go("in", lambda: 1 in NoIter())
go("unpack", lambda: [*NoIter()])
go("reversed", lambda: reversed(NoReversed()))
go("add", lambda: Left() + Right())
go("radd", lambda: Right() + Left())
go("eq", lambda: Left() == Right())
go("eq swapped", lambda: Right() == Left())
go("lt", lambda: Left() < Right())
go("nor", lambda: 1 + NoR())
go("nor both", lambda: NoR() + NoR())
def iadd():
    x = Left()
    x += Right()
    return x
go("iadd", iadd)
go("bool", lambda: bool(NoBool()))
go("call", lambda: NoCall()())
go("hash", lambda: hash(NoCall()))
go("len", lambda: len(NoCall()))
go("str", lambda: str(NoCall()))
go("attr", lambda: NoCall().missing)
go("int", lambda: int(NoCall()))
go("index", lambda: [1][NoCall()])
go("next", lambda: next(NoCall()))
go("callable", lambda: callable(NoCall()))
