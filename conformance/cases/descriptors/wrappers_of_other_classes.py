# covers: Invoking Descriptors; Special method lookup
# Special methods of native classes, put into classes that do not derive from those.
import math
import sys

for name, op in (("__len__", len), ("__hash__", hash), ("__repr__", repr), ("__iter__", iter), ("__getattribute__", lambda o: o.x), ("__bool__", bool), ("__add__", lambda o: o + 1), ("__call__", lambda o: o()), ("__getitem__", lambda o: o[0]), ("__contains__", lambda o: 1 in o), ("__str__", str), ("__eq__", lambda o: o == 1), ("__lt__", lambda o: o < 1), ("__int__", int), ("__index__", lambda o: [][o]), ("__setattr__", lambda o: setattr(o, "a", 1)), ("__reversed__", reversed), ("__format__", format), ("__neg__", lambda o: -o), ("__radd__", lambda o: 1 + o), ("__setitem__", lambda o: o.__setitem__), ("__float__", float), ("__next__", next), ("__get__", lambda o: type("Q", (), {"a": o})().a), ("__round__", round), ("__sizeof__", lambda o: sys.getsizeof(o)), ("__del__", lambda o: None), ("__init__", lambda o: type(o)()), ("__iadd__", lambda o: o.__class__.__iadd__), ("__ceil__", math.ceil)):
    for src in (int, bytes, list, str, float, dict, range, type(iter([])), property):
        if name in src.__dict__:
            K = type("K", (), {name: src.__dict__[name]})
            try: print(name, src.__name__, op(K()) if name != "__init__" else op(K.__new__(K)))
            except BaseException as e: print(name, src.__name__, type(e).__name__, str(e).split(" at 0x")[0])
            break


class Half:
    def __rpow__(self, other, mod=None):
        return "rpow", other, mod


for power in (lambda: pow(2, Half()), lambda: pow(Half(), 2), lambda: pow(Half(), 2, 3), lambda: pow(2, Half(), 3),
              lambda: pow(2, 3, Half()), lambda: pow(Half(), None, 3)):
    try:
        print(power())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
