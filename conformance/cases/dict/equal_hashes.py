# covers: Emulating container types; Basic customization
"""Keys of one hash are asked in their order, also before an identical key that comes later."""


class Key:
    def __init__(self, name, equal=False):
        self.name, self.equal = name, equal

    def __hash__(self):
        return 7

    def __eq__(self, other):
        print("asked", self.name, getattr(other, "name", other))
        return self.equal

    def __repr__(self):
        return self.name


a, b, c = Key("a"), Key("b"), Key("c")
d = {a: 1, b: 2, c: 3}
print(d[c])
print(b in d, Key("new") in d)
s = {a, b}
print(b in s, 7 in s)
d[7] = 4
print(d[7], list(d))
yes = Key("yes", True)
print({yes: 1}[7], {yes: 1, 7: 2})
