# covers: Resolving MRO entries
import types


class Base:
    pass


class Alias:
    def __init__(self, *targets):
        self.targets = targets

    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return self.targets


alias = Alias(Base)


class C(alias):
    pass


print(C.__bases__ == (Base,), C.__orig_bases__ == (alias,))


class D(Alias(), Base):
    pass


print(D.__bases__ == (Base,), len(D.__orig_bases__))
try:
    class E(3):
        pass
except TypeError as e:
    print(e)


class Wrong:
    def __mro_entries__(self, bases):
        return [Base]


try:
    class F(Wrong()):
        pass
except TypeError as e:
    print(e)
try:
    type("G", (alias,), {})
except TypeError as e:
    print(e)
print(types.resolve_bases((alias, int)) == (Base, int))
