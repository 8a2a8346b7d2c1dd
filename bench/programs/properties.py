# Properties, descriptors, class and static methods.


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(self.name)
        setattr(instance, self.name, value)


class Rectangle:
    width = Positive()
    height = Positive()
    made = 0

    def __init__(self, width, height):
        self.width = width
        self.height = height
        type(self).made += 1

    @property
    def area(self):
        return self.width * self.height

    @property
    def scale(self):
        return self._scale if hasattr(self, "_scale") else 1

    @scale.setter
    def scale(self, value):
        self._scale = value
        self.width = self.width * value
        self.height = self.height * value

    @classmethod
    def square(cls, side):
        return cls(side, side)

    @staticmethod
    def is_even(n):
        return n % 2 == 0


def run(n):
    total = 0
    for i in range(n):
        rectangle = Rectangle.square(i % 10) if Rectangle.is_even(i) else Rectangle(i % 7, i % 5)
        total += rectangle.area
        rectangle.scale = 2
        total += rectangle.area * rectangle.scale
    return total


print(run(40000), Rectangle.made)
