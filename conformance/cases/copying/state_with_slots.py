# covers: __slots__
# Copies of instances of built-in classes with slots and a dict of their own have what those hold.
import copy
from collections import deque, OrderedDict
for base, content in ((set, "ab"), (frozenset, "ab"), (bytearray, b"ab"), (deque, "ab"), (list, "ab"), (OrderedDict, [("a", 1)]), (dict, [("a", 1)]), (int, 5), (bytes, b"x"), (Exception, "e")):
    slots = () if base in (int, bytes) else ("x", "y")
    Slots = type("Slots", (base,), {"__slots__": slots})
    Both = type("Both", (Slots,), {})
    Told = type("Told", (Both,), {"__getstate__": lambda self: {"told": 1}})
    for cls in (Slots, Both, Told):
        made = cls(content)
        if slots: made.x = 1
        if cls is not Slots or base is Exception: made.z = 2
        try:
            state = made.__reduce_ex__(2)[2:3]
            again = copy.copy(made)
            deep = copy.deepcopy(made)
            print(base.__name__, cls.__name__, state, [(hasattr(c, "x"), hasattr(c, "y"), getattr(c, "z", None), getattr(c, "told", None)) for c in (again, deep)], type(again) is cls)
        except Exception as e:
            print(base.__name__, cls.__name__, type(e).__name__, e)
