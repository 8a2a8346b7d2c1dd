# covers: Customizing class creation; Creating the class object
# A class that takes its constructor from a native class which is no base of it, keys that are no names, and __dict__
# descriptors that meet objects whose native class has one of its own.
import types
import warnings

def show(call):
    try:
        result = call()
        print(type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)

class FromList:
    __new__ = list.__new__
class FromObject(list):
    __new__ = object.__new__
class Refuses:
    def __new__(cls, *args):
        raise AssertionError
class Restored(Refuses):
    __new__ = object.__new__
    def __init__(self, x=0):
        pass
for cls in (FromList, FromObject, Restored):
    show(cls)
show(lambda: Restored(3))

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    type("Odd", (), {1: 2})
print([(w.category.__name__, str(w.message)) for w in seen])

class Base:
    pass
descriptor = Base.__dict__["__dict__"]
class Meta(Base, type):
    pass
class Module(types.ModuleType, Base):
    pass
class Failure(Base, Exception):
    pass
for owner in (Meta("M", (), {}), Module("m")):
    show(lambda: descriptor.__set__(owner, {}))
    show(lambda: descriptor.__delete__(owner))
failure = Failure()
descriptor.__set__(failure, {"a": 1})
print(failure.a)

class Lies(list):
    __class__ = property(lambda self: 2)
class NoDict(types.ModuleType):
    __dict__ = property(lambda self: 5)
print(dir(Lies()))
show(lambda: dir(NoDict("n")))
