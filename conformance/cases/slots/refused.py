# covers: Notes on using *__slots__*
# Slots that cannot be: bad names, conflicts with class variables, variable-sized bases, layouts.
def make(bases=(), **namespace):
    try:
        cls = type("C", bases, namespace)
        print("made", sorted(k for k in cls.__dict__ if not k.startswith("__")))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


make(__slots__=("a", "a"))
make(__slots__=("1a",))
make(__slots__=("a b",))
make(__slots__=("",))
make(__slots__=(1,))
make(__slots__=5)
make(__slots__=("a",), a=1)
make(__slots__=("__dict__", "__dict__"))
make(__slots__=("__weakref__", "__weakref__"))
make((int,), __slots__=("a",))
make((int,), __slots__=())
make((tuple,), __slots__=("a",))
make((bytes,), __slots__=("a",))
make((str,), __slots__=("a",))
make((list,), __slots__=("a",))
make((dict,), __slots__=("__dict__",))
make((type,), __slots__=("a",))
make((float,), __slots__=("a",))


class A:
    __slots__ = ("a",)


class B:
    __slots__ = ("b",)


class Empty:
    __slots__ = ()


class Dicted:
    pass


make((A, B))
make((A, Empty))
make((A, Dicted), __slots__=())
make((A, int))
make((A, list))
make((Dicted,), __slots__=("__dict__",))
make((A,), __slots__=("__dict__",))
make((Dicted,), __slots__=("__weakref__",))
make((list, dict))
make((int, float))
make((Exception, KeyError))
make((KeyError, Exception))
make((OSError, KeyError))
