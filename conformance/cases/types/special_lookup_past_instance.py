# covers: Special method names; Special method lookup
class C:
    pass


c = C()
c.__len__ = lambda: 5
try:
    len(c)
except TypeError as e:
    print(e)
print(c.__len__())


class Meta(type):
    def __getattribute__(cls, name):
        print("Meta.__getattribute__", name)
        return type.__getattribute__(cls, name)


class D(metaclass=Meta):
    def __len__(self):
        return 10

    def __getattribute__(self, name):
        print("D.__getattribute__", name)
        return object.__getattribute__(self, name)


d = D()
print(d.__len__())
print(type(d).__len__(d))
print(len(d))


class E:
    __iter__ = None
    __contains__ = None
    __reversed__ = None
    __hash__ = None

    def __getitem__(self, i):
        return i


for f in (iter, hash, reversed, lambda e: 1 in e):
    try:
        f(E())
    except TypeError as e:
        print(e)
