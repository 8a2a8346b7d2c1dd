# covers: Emulating container types; __missing__
# dict.__getitem__ asks __missing__ of subclasses only, on the type, and only for subscripts.
class D(dict):
    def __missing__(self, key):
        return f"missing {key}"


d = D(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, d.setdefault("c", 3), d["c"], len(d))
print(dict.__getitem__(d, "zz"), D.__getitem__(d, 5))
try:
    d.pop("b")
except KeyError as e:
    print("KeyError", e)
e = dict()
try:
    e["x"]
except KeyError as error:
    print(repr(error), error.args)


class Inst(dict):
    pass


i = Inst()
i.__missing__ = lambda key: "on the instance"
try:
    i["k"]
except KeyError as error:
    print(repr(error))


class Raising(dict):
    def __missing__(self, key):
        raise LookupError(key, "not here")


try:
    Raising()[1, 2]
except LookupError as error:
    print(type(error).__name__, error)


class Nothing(dict):
    __missing__ = None


try:
    Nothing()["k"]
except TypeError as error:
    print(error)


class Static(dict):
    @staticmethod
    def __missing__(key):
        return ("static", key)


print(Static()["s"])
class Setting(dict):
    def __missing__(self, key):
        self[key] = value = []
        return value
s = Setting()
s["a"].append(1)
s["a"].append(2)
print(s)
print("%(x)s %(a)s" % D(a=1), "{x} {a}".format_map(D(a=1)))
try:
    "{x}".format(**D(a=1))
except KeyError as error:
    print(repr(error))
class Overridden(dict):
    def __getitem__(self, key):
        return "overridden"
o = Overridden(k=1)
print(o["k"], o["other"], o.get("k"), dict(o), {**o}, o.copy(), list(o.items()), o.pop("k"))
def f(**kwargs):
    return kwargs
print(f(**Overridden(k=1)))
for key in ((1, 2), "str", None, 1.5):
    try:
        {}[key]
    except KeyError as error:
        print(error, repr(error), error.args)
