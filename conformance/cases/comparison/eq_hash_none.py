# covers: Basic customization; __hash__
# A class that defines __eq__ without __hash__ sets __hash__ to None.
class E:
    def __eq__(self, other):
        return True


print(E.__hash__, E.__dict__["__hash__"], "__hash__" in vars(E))


def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


attempt(lambda: hash(E()))
attempt(lambda: {E(): 1})
attempt(lambda: {E()})
attempt(lambda: {}[E()])
attempt(lambda: E() in {1: 2})
attempt(lambda: frozenset([E()]))


class Sub(E):
    pass


attempt(lambda: hash(Sub()))


class Sub2(E):
    __hash__ = object.__hash__


attempt(lambda: isinstance(hash(Sub2()), int))


class Both:
    def __eq__(self, other): return True
    def __hash__(self): return 5


attempt(lambda: hash(Both()))


class OnlyHash:
    def __hash__(self): return -1


attempt(lambda: (hash(OnlyHash()), OnlyHash().__hash__()))


class Big:
    def __hash__(self): return 2**61


attempt(lambda: hash(Big()))


class Wrong:
    def __hash__(self): return "x"


attempt(lambda: hash(Wrong()))
for value in ([], {}, set(), bytearray(), [1][0:1], {}.keys(), {}.items(), slice([])):
    attempt(lambda: hash(value))
attempt(lambda: isinstance(hash({}.values()), int))
attempt(lambda: hash(([],)))
attempt(lambda: hash((1, {2: 3})))
later = Both
later.__hash__ = None
attempt(lambda: hash(Both()))
del Both.__hash__
attempt(lambda: isinstance(hash(Both()), int))
