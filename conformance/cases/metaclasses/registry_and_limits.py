# covers: Uses for metaclasses
# A metaclass that keeps a register, checks what classes define, and refuses some of them.
class Registering(type):
    known = {}

    def __new__(meta, name, bases, namespace, *, key=None):
        for required in ("run",):
            if bases and required not in namespace:
                raise TypeError(f"{name} must define {required}")
        cls = super().__new__(meta, name, bases, namespace)
        if key is not None:
            if key in meta.known:
                raise ValueError(f"{key!r} is taken by {meta.known[key].__qualname__}")
            meta.known[key] = cls
        return cls

    def __init__(cls, name, bases, namespace, *, key=None):
        super().__init__(name, bases, namespace)
        cls.key = key

    def __getitem__(cls, key):
        return cls.known[key]

    def __len__(cls):
        return len(cls.known)

    def __setattr__(cls, name, value):
        if name == "locked":
            raise AttributeError("locked is read-only")
        super().__setattr__(name, value)


class Base(metaclass=Registering):
    pass


class First(Base, key="first"):
    def run(self):
        return 1


print(Base["first"] is First, len(Base), First.key, First().run())
for make in (lambda: Registering("Second", (Base,), {}), lambda: Registering("Third", (Base,), {"run": 1}, key="first"),
             lambda: Registering("Fourth", (Base,), {"run": 1}, other=1), lambda: Base["none"],
             lambda: setattr(First, "locked", 1), lambda: First[0], lambda: First()["first"]):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
print(Registering.known)
