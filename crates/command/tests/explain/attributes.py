"""Where attributes are found."""


class Celsius:
    unit = "°C"

    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def kelvin(self):
        return self.degrees + 273.15

    def show(self):
        return self.unit

    @classmethod
    def zero(cls):
        return cls(0)


class Proxy:
    __slots__ = ("target",)

    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


t = Celsius(20)
t.unit
t.degrees
t.kelvin
t.show()
Celsius.zero
Celsius.unit
Celsius.__name__
Celsius.mro
p = Proxy(t)
p.unit
t.unit = "K"
t.unit
del t.unit
try:
    t.kelvin = 3
except AttributeError as error:
    print(error)
try:
    t.nothing
except AttributeError as error:
    print(error)
len.__name__
[].append
(5).real
super(Proxy, p).__init__
