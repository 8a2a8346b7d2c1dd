# covers: Customizing attribute access; Invoking Descriptors; __getattribute__; module.__getattr__
"""Reading and writing the same names again after classes, instances and descriptors changed."""


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


class Slotted:
    __slots__ = ("a", "b")


class Plain:
    shared = "class"

    def method(self):
        return "method"

    @staticmethod
    def static():
        return "static"


def read(objects, names):
    for name in names:
        for object in objects:
            try:
                value = getattr(object, name)
            except AttributeError as error:
                value = str(error)
            print(name, value if not callable(value) else value(), end="; ")
    print()


def twice(objects, names):
    read(objects, names)
    read(objects, names)


one, two = Plain(), Plain()
one.x = 1
two.y, two.x = 2, 3
names = ["x", "y", "shared", "method", "static", "missing"]
twice([one, two], names)

# Instances hide what is no data descriptor, until it is one.
one.shared, one.method = "own", lambda: "own method"
twice([one, two], names)
del one.shared, one.method
twice([one, two], names)
Plain.x = property(lambda self: "property")
twice([one, two], names)
try:
    one.x = 5
except AttributeError as error:
    print(error)
del Plain.x
one.x = 6
twice([one, two], names)

# A class attribute whose class learns to be a descriptor, and forgets it.
class Changing:
    def __repr__(self):
        return "changing"


Plain.changing = Changing()
one.changing = "own"
twice([one, two], ["changing"])
Changing.__get__ = lambda self, instance, owner: "got"
twice([one, two], ["changing"])
Changing.__set__ = lambda self, instance, value: print("set", value)
twice([one, two], ["changing"])
one.changing = two.changing = 7
del Changing.__set__
one.changing = two.changing = 8
twice([one, two], ["changing"])
del Changing.__get__
twice([one, two, Plain], ["changing"])

# Slots: unset, set, deleted, hidden by a subclass, moved to a class that they do not fit.
slotted = Slotted()
twice([slotted], ["a", "b"])
slotted.a = 1
twice([slotted], ["a", "b"])
slotted.b, slotted.a = 2, 3
twice([slotted], ["a", "b"])
del slotted.a
twice([slotted], ["a", "b"])


class Hiding(Slotted):
    a = "hidden"


hiding = Hiding()
hiding.b = 4
hiding.a = 5
twice([hiding], ["a", "b"])
Plain.a = Slotted.__dict__["a"]
for attempt in range(2):
    try:
        one.a
    except TypeError as error:
        print(error)
    try:
        one.a = 1
    except TypeError as error:
        print(error)

# Reading and writing by code of the class, added later.
Plain.__getattr__ = lambda self, name: "guessed " + name
twice([one, two], ["x", "missing"])
Plain.__setattr__ = lambda self, name, value: print("write", name, value)
one.x = 9
one.x = 10
del Plain.__setattr__, Plain.__getattr__
one.x = 11
twice([one, two], ["x", "missing"])
Plain.__getattribute__ = lambda self, name: "all " + name
twice([one, two], ["x", "method"])
del Plain.__getattribute__
twice([one, two], ["x", "method"])


# Classes as objects, with what their metaclass has.
class Meta(type):
    shared = "metaclass"
    only = "only metaclass"


class Root:
    pass


class OtherRoot:
    shared = "other root"


class Base(Root, metaclass=Meta):
    shared = "base"


class Derived(Base):
    pass


names = ["shared", "only", "method", "missing"]
twice([Derived, Base], names)
Base.method = staticmethod(lambda: "static")
Derived.only = "derived"
twice([Derived, Base], names)
Meta.shared = property(lambda cls: "property of " + cls.__name__)
twice([Derived, Base], names)
del Meta.shared, Base.shared
twice([Derived, Base], names)
Base.__bases__ = (OtherRoot,)
twice([Derived, Base], names)

# Another class, a dict in the place of fields, and another dict.
one.__class__ = Derived
twice([one], ["x", "only", "shared"])
vars(one)["x"] = "by dict"
twice([one], ["x"])
one.__dict__ = {"x": "other dict"}
twice([one], ["x", "y"])

# What was found is let go when it is deleted.
class Holder:
    first = Noted("first")
    second = Noted("second")


print(Holder.first.name, Holder().second.name)
del Holder.first
print("between")
Holder.third = 3
Holder().third
Holder.second = None
print("after")
