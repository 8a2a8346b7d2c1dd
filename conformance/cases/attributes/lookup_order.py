# covers: Customizing attribute access; Invoking Descriptors; __getattr__; __set__
# Data descriptor, instance dictionary, other descriptor, class attribute, __getattr__: in that order.
class Data:
    def __get__(self, obj, cls=None):
        return "data descriptor"

    def __set__(self, obj, value):
        obj.__dict__["data"] = value


class NonData:
    def __get__(self, obj, cls=None):
        return "non-data descriptor"


class SetOnly:
    def __set__(self, obj, value):
        print("set-only got", value)


class C:
    data = Data()
    nondata = NonData()
    setonly = SetOnly()
    plain = "class attribute"

    def __getattr__(self, name):
        return f"__getattr__({name})"


c = C()
print(c.data, "|", c.nondata, "|", c.plain, "|", c.missing)
c.data = 1
c.nondata = 2
c.plain = 3
print(c.data, c.nondata, c.plain, sorted(c.__dict__.items()))
print(type(c.setonly).__name__)
c.setonly = 4
c.__dict__["setonly"] = "from the instance"
print(c.setonly)
del c.nondata, c.plain
print(c.nondata, c.plain)
try:
    del c.data
except AttributeError as e:
    print(e)
try:
    del c.plain
except AttributeError as e:
    print(e)
print(C.data, C.nondata, C.plain)
try:
    C.missing
except AttributeError as e:
    print(e)


class Falls:
    @property
    def broken(self):
        raise AttributeError("inside")

    def __getattr__(self, name):
        return "rescued " + name


print(Falls().broken)
