# covers: Customizing attribute access; __setattr__; __delattr__
# __setattr__ and __delattr__ replace the mechanism; object's versions are the mechanism.
class Guard:
    def __setattr__(self, name, value):
        print("set", name, value)
        if name != "refused":
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)


g = Guard()
g.a = 1
g.refused = 2
setattr(g, "b", 3)
print(sorted(vars(g)))
g.a += 10
print(g.a)
del g.a
delattr(g, "b")
try:
    del g.a
except AttributeError as e:
    print(e, "|", e.name)
g.__dict__["c"] = 5
print(g.c)
for call in (
    lambda: setattr(g, 3, 4),
    lambda: getattr(g, 3),
    lambda: hasattr(g, None),
    lambda: delattr(g, b"x"),
    lambda: object.__setattr__(g, 3, 4),
    lambda: getattr(g),
    lambda: setattr(g, "x"),
    lambda: getattr(g, "x", 1, 2),
    lambda: setattr(3, "x", 1),
    lambda: setattr(object(), "x", 1),
    lambda: delattr(object(), "x"),
    lambda: setattr("", "upper", 1),
    lambda: delattr("", "upper"),
    lambda: object.__setattr__(Guard, "x", 1),
    lambda: object.__delattr__(int, "x"),
    lambda: type.__setattr__(int, "x", 1),
):
    try:
        print(call())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
