# covers: The standard type hierarchy; function.__doc__; function.__module__; function.__annotations__; method.__doc__; method.__module__; module.__doc__; module.__annotations__; class.__module__; class.__bases__; class.__doc__; class.__annotations__
# What a class object says about itself, and which of its attributes can be set.
class Base:
    """The base."""


class Sub(Base):
    attr: int = 3

    class Inner:
        def method(self):
            return lambda: 0


print(Sub.__name__, Sub.__qualname__, Sub.__module__, Sub.__bases__, Sub.__base__)
print(Base.__doc__, Sub.__doc__, Sub.Inner.__qualname__, Sub.Inner.method.__qualname__)
print(Sub.Inner().method().__qualname__)
print(Sub.__annotations__, Base.__annotations__, Sub.__dictoffset__ != 0, Sub.__flags__ & (1 << 9) != 0)
print(Base.__subclasses__(), Sub.__subclasses__())
print(sorted(Sub.__dict__), type(Sub.__dict__))
Sub.__name__ = "Renamed"
print(Sub, Sub.__name__, Sub.__qualname__)
Sub.__qualname__ = "Very.Renamed"
print(Sub)
Sub.__doc__ = "Given later."
Sub.__module__ = "elsewhere"
print(Sub.__doc__, Sub.__module__, Sub)
for attempt in (
    lambda: setattr(Sub, "__name__", 5),
    lambda: setattr(Sub, "__name__", "nul\0inside"),
    lambda: setattr(Sub, "__qualname__", None),
    lambda: setattr(Sub, "__bases__", 5),
    lambda: setattr(Sub, "__bases__", ()),
    lambda: setattr(Sub, "__dict__", {}),
    lambda: setattr(Sub, "__mro__", ()),
    lambda: delattr(Sub, "__name__"),
    lambda: delattr(Sub, "__module__"),
    lambda: setattr(int, "spam", 1),
    lambda: setattr(int, "__name__", "x"),
    lambda: delattr(list, "append"),
    lambda: Sub.nothing,
    lambda: delattr(Sub, "nothing"),
):
    try:
        attempt()
        print("fine")
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
