# covers: Basic customization; __eq__
# Defining __eq__ alone takes __hash__ away, at class creation only.
class Eq:
    def __eq__(self, other):
        return True


class EqHash(Eq):
    __hash__ = object.__hash__


class Restored(Eq):
    def __hash__(self):
        return 7


class Again(Restored):
    def __eq__(self, other):
        return NotImplemented


class Plain:
    pass


for cls in (Eq, EqHash, Restored, Again, Plain, list, tuple, dict, set, frozenset, bytearray, slice, int):
    print(cls.__name__, cls.__hash__ is None, "__hash__" in cls.__dict__)
Plain.__eq__ = lambda self, other: True
print(Plain.__hash__ is object.__hash__)
for value in (Eq(), [], {}, set(), bytearray(), ([],), (1, (2, [3]))):
    try:
        hash(value)
    except TypeError as e:
        print(e)
    try:
        {value: 1}
    except TypeError as e:
        print(e)
    try:
        {value}
    except TypeError as e:
        print(e)
    try:
        print(value in {1: 2}, "in dict")
    except TypeError as e:
        print(e)
class Minus:
    def __init__(self, h):
        self.h = h
    def __hash__(self):
        return self.h
for h in (-1, -2, 2**61 - 1, 2**61, 2**63, 2**64, -2**63, True, 3.0, "x", None, 10**30):
    try:
        print(h, hash(Minus(h)))
    except TypeError as e:
        print(h, e)
print(hash(-1), hash(-2), hash(-1.0), hash((-1,)) == hash((-2,)))
