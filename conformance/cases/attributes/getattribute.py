# covers: Customizing attribute access; __getattr__; __getattribute__
# __getattribute__ sees every instance access; __getattr__ only what it raises AttributeError for.
class Log:
    def __init__(self):
        self.x = 1

    def __getattribute__(self, name):
        print("getattribute", name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        print("getattr", name)
        if name == "y":
            return "made up"
        raise AttributeError(f"still no {name}")

    def __len__(self):
        return 7


log = Log()
print(log.x)
print(log.y)
try:
    log.z
except AttributeError as e:
    print(e, e.name, e.obj is log)
print(len(log))
print(hasattr(log, "w"), getattr(log, "w", "default"))
print(log.__len__())


class Angry:
    def __getattribute__(self, name):
        raise ValueError("not " + name)

    def __getattr__(self, name):
        return "never"


try:
    Angry().x
except ValueError as e:
    print("ValueError", e)
try:
    hasattr(Angry(), "x")
except ValueError as e:
    print("hasattr passes", e)


class Meta(type):
    def __getattribute__(cls, name):
        print("meta", name)
        return super().__getattribute__(name)


class WithMeta(metaclass=Meta):
    value = 5


print(WithMeta.value)
print(WithMeta().value)
