# covers: Emulating container types; __hash__; __eq__
# How often __eq__ is asked while it changes the dict or set that is searched.
class Key:
    log = []

    def __init__(self, name, act=None):
        self.name, self.act = name, act

    def __hash__(self):
        return 1

    def __eq__(self, other):
        Key.log.append((self.name, getattr(other, "name", other)))
        if self.act:
            act, self.act = self.act, None
            act()
        return self.name == getattr(other, "name", other)

    def __repr__(self):
        return f"Key({self.name})"


def asked(what):
    print(what, Key.log)
    Key.log.clear()


def table():
    made = {Key(1): 1, Key(2): 2, Key(3): 3}
    Key.log.clear()
    return made, list(made)


d, keys = table()
keys[1].act = lambda: d.__setitem__(Key(9), 9)
asked(d.get(Key(3)))
keys[1].act = d.clear
asked(d.get(Key(3)))
d, keys = table()
keys[0].act = lambda: d.pop(keys[0], None)
asked(d.get(Key(3)))
d, keys = table()
keys[0].act = lambda: [d.__setitem__(number, number) for number in range(50)]
asked(d.get(Key(3)))
d, keys = table()
keys[0].act = lambda: d.update(dict.fromkeys("abcdefghij"))
d[Key(5)] = 5
asked(len(d))
d, keys = table()
keys[1].act = lambda: d.__delitem__("none")
try:
    d.get(Key(3))
except KeyError as error:
    asked(error)
for act in ("add", "clear", "pop", "grow", "discard"):
    s = {Key(1), Key(2), Key(3)}
    first = list(s)[0]
    Key.log.clear()
    first.act = {"add": lambda: s.add(8), "clear": s.clear, "pop": s.pop, "discard": lambda: s.discard(7),
                 "grow": lambda: s.update(range(100, 150))}[act]
    asked((act, Key(3) in s))
