# covers: Objects, values and types; module.__class__
# Every object has an identity, a type and a value; only mutable objects change their value.
a = [1, 2]
b = a
c = [1, 2]
print(a is b, a is c, a == c, id(a) == id(b), id(a) == id(c))
a.append(3)
print(b, c)
print(type(a), type(type(a)), type(type), type(object), object.__class__)
print(type.__mro__, object.__mro__, type.__bases__, object.__bases__)
print(isinstance(object, type), isinstance(type, object), issubclass(type, object))
print(object.__base__, type.__base__, int.__base__, bool.__base__)
t = (1, [2])
before = id(t)
t[1].append(3)
print(t, id(t) == before)
print(a.__class__ is list, (1).__class__, "".__class__, int.__class__)


class Spam:
    pass


s = Spam()
print(type(s) is Spam, s.__class__ is Spam, Spam.__class__ is type)
print(Spam, Spam.__name__, Spam.__qualname__, Spam.__module__)
print(type(s).__mro__)
x = y = []
x += [1]
print(x is y, y)
x = x + [2]
print(x is y, y)
m = n = 5
m += 1
print(m, n)
print(type("") is str, type(b"") is bytes, type(1.0), type(1j), type({}), type({1}))
print(type(len), type([].append), type(int.__add__), type(int.from_bytes), type(Spam.__init__))
print(type(lambda: 0), type(x for x in ()), type(s.__init__), type(print), type(range(2)))
