# covers: Emulating generic types; The purpose of *__class_getitem__*; *__class_getitem__* versus *__getitem__*; __class_getitem__
class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


class Sub(Box):
    pass


print(Box[int], Sub[1, 2])


class Meta(type):
    def __getitem__(cls, item):
        return ("meta", cls.__name__, item)


class M(metaclass=Meta):
    def __class_getitem__(cls, item):
        return "never asked"


print(M["k"])


class Plain:
    pass


try:
    Plain[int]
except TypeError as e:
    print(e)
try:
    int[3]
except TypeError as e:
    print(e)
print(list[int], dict[str, list[int]], tuple[int, ...])
g = list[int]
print(g.__origin__ is list, g.__args__, g() == [])
print(isinstance([], list), g == list[int], hash(g) == hash(list[int]))
try:
    isinstance([], g)
except TypeError as e:
    print(e)
try:
    Box()[0]
except TypeError as e:
    print(e)
