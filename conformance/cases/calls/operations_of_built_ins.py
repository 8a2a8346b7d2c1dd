# covers: Emulating callable objects; Emulating container types
# Built-in functions and methods that name an operation, called as usual and otherwise.


def attempt(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Counted(list):
    def append(self, item):
        super().append(item)
        super().append(item)


class Borrowing:
    append = list.append
    add = set.add
    get = dict.get
    size = len


class Keeps(frozenset):
    add = set.add


class Sized:
    def __len__(self):
        return 7


class Wrong:
    def __len__(self):
        return -1


class Instances(type):
    def __instancecheck__(cls, instance):
        return instance == 1


class Ones(metaclass=Instances):
    pass


class Colliding:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        print("eq")
        return True


for value in ([1, 2], (), "äb", b"x", {1: 2}, {3}, range(5), Sized(), Wrong(), 5, None, Counted("ab")):
    print(attempt(lambda: len(value)), end=" ")
print()
for arguments in ((), (1, 2), ("a",)):
    print(attempt(lambda: len(*arguments)), attempt(lambda: isinstance(*arguments)))
print(attempt(lambda: len(obj="a")), attempt(lambda: type()), attempt(lambda: type(1, 2)))
for classes in (int, (str, (int, list)), Ones, int | str, 5, (5,), (int, 5), "int", type, object):
    print(attempt(lambda: isinstance(1, classes)), attempt(lambda: isinstance("s", classes)), end=" ")
print()

items = Counted()
print(items.append(1), items, list.append(items, 2), items)
bound = items.append
print(bound(3), items)
append = [].append
print(append(1), append(2), append.__self__, attempt(lambda: append()), attempt(lambda: append(1, 2)))
print(attempt(lambda: Borrowing().append(1)), attempt(lambda: Borrowing().add(1)))
print(attempt(lambda: Borrowing().get(1)), attempt(lambda: Borrowing().size()))
print(attempt(lambda: Keeps().add(1)))

seen = set()
print(seen.add(1), seen.add("a"), seen.add(1), len(seen), attempt(lambda: seen.add([])), attempt(lambda: seen.add({1})))
print(seen.add(Colliding()), len(seen), seen.add(True), len(seen))
table = {1: "one", "a": None}
print(table.get(1), table.get("a", 5), table.get("b"), table.get("b", 6), table.get(1.0), attempt(lambda: table.get([])))
print(attempt(lambda: table.get()), attempt(lambda: table.get(1, 2, 3)), attempt(lambda: table.get(key=1)))
print(table.get(Colliding()))


class Missing(dict):
    def __missing__(self, key):
        return "missing"

    def __contains__(self, key):
        return True


print(Missing().get(1), Missing()[1], 5 in Missing(), 5 in dict(Missing()))
for container in ({1, "a"}, frozenset([2.0, "b"]), {1: 2, "a": 3}, {}, set()):
    print([item in container for item in (1, 2, 1.0, True, "a", "b", None)], end=" ")
print()
print(attempt(lambda: [] in {1}), attempt(lambda: {1} in {frozenset([1])}), attempt(lambda: [] in {}), attempt(lambda: [] in {1: 1}))

text = "añ𝔸z"
print([attempt(lambda: text[n]) for n in (0, 1, 2, 3, -1, -4, 4, -5, True, 1 << 70)])
print(text[0] == "a", text[1] == "ñ", "z" > text[0], text[2] < "z", [text[n] in "añ" for n in range(4)])


class Text(str):
    def __getitem__(self, index):
        return ("item", index)


print(Text("ab")[0], Text("ab")[-1], str.__getitem__(Text("ab"), 1), Text("a") == "a", Text("a") in {"a"})


def replaced():
    global len
    before = len([1])
    len = lambda value: "own"
    after = len([1])
    del len
    return before, after, len([1, 2])


print(replaced())
for pair in ((1, 2), [3, 4], "xy", {5: 6, 7: 8}, iter((9, 10))):
    a, b = pair
    print(a, b, end=" ")
print()
for pair in ((1,), (1, 2, 3), [], "x", 5, iter(())):
    try:
        a, b = pair
    except Exception as error:
        print(type(error).__name__, error)
