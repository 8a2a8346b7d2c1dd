# covers: Emulating container types; __len__; __setitem__; __delitem__
# A user container: length, items, slices, deletion, membership, iteration, reversal.
class Box:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, key): print("get", key); return self.items[key]
    def __setitem__(self, key, value): print("set", key, value); self.items[key] = value
    def __delitem__(self, key): print("del", key); del self.items[key]


b = Box(1, 2, 3, 4)
print(b[0], b[-1], b[1:3], b[::2], len(b), bool(b), bool(Box()))
b[0] = 10
b[1:2] = [20, 21]
del b[-1], b[:1]
print(b.items)
print(list(b))
print(21 in b, 99 in b)
print(list(reversed(b)))
try:
    b[1, 2:3, ...]
except TypeError as e:
    print(e)


class OldStyle:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * i


print(list(OldStyle()), 4 in OldStyle(), 5 in OldStyle(), max(OldStyle()), [*OldStyle()])
a, *rest = OldStyle()
print(a, rest)


def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, AttributeError, OverflowError) as e:
        print(type(e).__name__, e)


class Bare: pass


class NegLen:
    def __len__(self): return -1


class StrLen:
    def __len__(self): return "x"


class HugeLen:
    def __len__(self): return 2**70


attempt(lambda: Bare()[0])
attempt(lambda: setattr(Bare, "x", 1) or len(Bare()))
attempt(lambda: Bare().__setitem__(1, 2))
attempt(lambda: 1 in Bare())
attempt(lambda: iter(Bare()))
attempt(lambda: reversed(Bare()))
attempt(lambda: reversed(OldStyle()))
attempt(lambda: len(NegLen()))
attempt(lambda: bool(NegLen()))
attempt(lambda: len(StrLen()))
attempt(lambda: len(HugeLen()))
attempt(lambda: [*Bare()])
