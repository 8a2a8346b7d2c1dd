# covers: Metaclasses; Creating the class object
# A metaclass's mro() may reorder, and may return nonsense that has to be refused.
class Other:
    where = "Other"


def attempt(name, answer, bases=()):
    class Meta(type):
        def mro(cls):
            return answer(cls, type.mro(cls))
    try:
        made = Meta(name, bases, {})
        print(name, [k.__name__ for k in made.__mro__])
        return made
    except Exception as e:
        print(name, type(e).__name__, e)


attempt("Same", lambda cls, order: order)
attempt("Tuple", lambda cls, order: tuple(order))
attempt("Generator", lambda cls, order: (k for k in order))
attempt("Extra", lambda cls, order: [cls, Other, object])
attempt("WithoutSelf", lambda cls, order: [Other, object])
attempt("WithoutObject", lambda cls, order: [cls])
attempt("Reversed", lambda cls, order: order[::-1])
attempt("Empty", lambda cls, order: [])
attempt("Number", lambda cls, order: 5)
attempt("Nothing", lambda cls, order: None)
attempt("NotClasses", lambda cls, order: [cls, 5, object])
attempt("Layout", lambda cls, order: [cls, int, object])
attempt("Layout2", lambda cls, order: [cls, dict, object])
attempt("Raises", lambda cls, order: 1 // 0)
attempt("Twice", lambda cls, order: [cls, cls, object])
extra = attempt("Extra", lambda cls, order: [cls, Other, object])
print(extra.where, extra().where, issubclass(extra, Other), isinstance(extra(), Other), extra.__bases__)
print(Other.__subclasses__())


class Counting(type):
    calls = 0
    def mro(cls):
        Counting.calls += 1
        return super().mro()


class A(metaclass=Counting): pass
class B(A): pass
class C(A): pass
print(Counting.calls)
B.__bases__ = (C,)
print(Counting.calls, [k.__name__ for k in B.__mro__])
print(B.mro() == list(B.__mro__), Counting.calls)
print(type.mro(B), type.mro(int))
try:
    type.mro(5)
except TypeError as e:
    print(e)
class Early(type):
    def mro(cls):
        print("while", cls.__name__, "is made:", cls.__mro__, cls.__bases__)
        return super().mro()
class D(metaclass=Early): pass
class Peek(type):
    def mro(cls):
        try:
            print(cls.anything)
        except AttributeError as e:
            print(e)
        return super().mro()
class E(metaclass=Peek): pass
