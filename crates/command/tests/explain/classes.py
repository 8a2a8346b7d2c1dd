"""How classes come about."""


class Field:
    def __set_name__(self, owner, name):
        self.name = name


class Meta(type):
    @classmethod
    def __prepare__(metacls, name, bases, **keywords):
        return {}

    def __new__(metacls, name, bases, namespace, **keywords):
        return super().__new__(metacls, name, bases, namespace)


class Base(metaclass=Meta):
    def __init_subclass__(cls, **keywords):
        cls.tag = 1


class Left(Base):
    __slots__ = ("x", "y")


class Right(Base):
    field = Field()


class Both(Left, Right, option=1):
    pass


class Alias:
    def __mro_entries__(self, bases):
        return (Both,)


class Last(Alias()):
    pass


try:

    class Wrong(Base, Both):
        pass

except TypeError as error:
    print(error)


class M1(type):
    def mro(cls):
        return [cls, object]


class Own(Base.__bases__[0], metaclass=M1):
    pass


try:

    class Conflict(Own, Base):
        pass

except TypeError as error:
    print(error)
