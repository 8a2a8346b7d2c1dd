# covers: Customizing class creation; Invoking Descriptors
# super with zero, one and two arguments, in methods, class methods and static methods.
class A:
    attr = "A.attr"

    def f(self): return "A.f"

    @classmethod
    def c(cls): return "A.c " + cls.__name__

    @staticmethod
    def s(x): return f"A.s {x}"

    @property
    def p(self): return "A.p"


class B(A):
    attr = "B.attr"

    def f(self): return "B.f > " + super().f()

    @classmethod
    def c(cls): return "B.c > " + super().c()

    @staticmethod
    def s(x): return "B.s > " + super(B, B).s(x)

    @property
    def p(self): return "B.p > " + super().p

    def attr_of_super(self): return super().attr


b = B()
print(b.f(), "|", B.c(), "|", B.s(3), "|", b.p, "|", b.attr_of_super())
s = super(B, b)
print(s.__thisclass__, s.__self__ is b, s.__self_class__, type(s))
unbound = super(B)
print(unbound, unbound.__self__, unbound.__get__(b, B).f())
print(super(B, B).c, super(A, b).__init__.__name__)


def attempt(f):
    try:
        print(f())
    except (TypeError, RuntimeError, AttributeError) as e:
        print(type(e).__name__, e)


attempt(lambda: super(B, 5))
attempt(lambda: super(5, b))
attempt(lambda: super(B, A))
attempt(lambda: super(B, A()))
attempt(lambda: super(B, b).nope)
attempt(lambda: super(B, b).__dict__)
attempt(lambda: super())
attempt(lambda: super(1, 2, 3))
attempt(lambda: setattr(super(B, b), "x", 1))


class C(B):
    def no_first(): return super().f()
    def nested(self):
        def inner(me): return super().f()
        return inner(self)
    def comp(self): return [super().f() for _ in range(1)]
    def deleted(self):
        del self
        return super().f()
    def rebound(self, other=None):
        self = 5
        return super().f()


attempt(C.no_first)
attempt(C().nested)
attempt(C().comp)
attempt(C().deleted)
attempt(C().rebound)


class Mixin:
    def f(self): return "Mixin > " + super().f()


class D(Mixin, B): pass


print(D().f(), super(Mixin, D()).f())
