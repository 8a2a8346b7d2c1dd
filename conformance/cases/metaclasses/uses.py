# covers: Uses for metaclasses; Customizing instance and subclass checks; __instancecheck__; __subclasscheck__
class Registry(type):
    classes = []

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls.classes.append(name)

    def __call__(cls, *args):
        print("calling", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return len(cls.classes)


class A(metaclass=Registry):
    def __init__(self, n=0):
        self.n = n


class B(A):
    pass


print(Registry.classes, len(A), B(3).n)


class Even(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, int) and instance % 2 == 0

    def __subclasscheck__(cls, subclass):
        return subclass is bool


class E(metaclass=Even):
    pass


print(isinstance(2, E), isinstance(3, E), issubclass(bool, E), issubclass(int, E))
print(isinstance(3, (str, E)), isinstance(4, (str, (E, list))))
print(isinstance(E(), E))
for bad in (3, "x", [int]):
    try:
        isinstance(1, bad)
    except TypeError as e:
        print(e)
    try:
        issubclass(int, bad)
    except TypeError as e:
        print(e)
try:
    issubclass(3, int)
except TypeError as e:
    print(e)


class Pretender:
    __class__ = list


print(isinstance(Pretender(), list), type(Pretender()) is list)
