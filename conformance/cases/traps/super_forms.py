# covers: Invoking Descriptors; Customizing class creation
# super with two arguments, one, none; of class methods; subclassed; and what it refuses.
class A:
    x = "A.x"
    def f(self):
        return ["A.f"]
    @classmethod
    def c(cls):
        return ["A.c", cls.__name__]
    @staticmethod
    def s():
        return "A.s"
    @property
    def p(self):
        return "A.p of " + type(self).__name__


class B(A):
    x = "B.x"
    def f(self):
        return ["B.f"] + super().f()
    @classmethod
    def c(cls):
        return ["B.c"] + super().c()
    @staticmethod
    def s():
        try:
            return super().s()
        except RuntimeError as e:
            return str(e)
    @property
    def p(self):
        return "B.p, " + super().p


class C(B):
    def f(self):
        return ["C.f"] + super(C, self).f() + super(B, self).f()
    def nested(self):
        return [super(C, self).x for _ in range(2)]
    def inner(self):
        def g():
            return super().f()
        try:
            return g()
        except RuntimeError as e:
            return str(e)
    def inner_with_argument(self):
        def g(me):
            return super().f()
        return g(self)
    def deleted(self):
        del self
        try:
            super()
        except RuntimeError as e:
            return str(e)
    def rebound(self):
        self = 5
        try:
            super()
        except TypeError as e:
            return str(e)


c = C()
print(c.f(), c.c(), C.c(), c.s(), c.p)
print(c.nested(), c.inner(), c.inner_with_argument())
print(c.deleted(), c.rebound())
sup = super(B, c)
print(sup.x, sup.__thisclass__, sup.__self__ is c, sup.__self_class__, type(sup), sup.__class__)
print(super(B, C).c(), super(B, C).f(c))
for args in ((), (5,), (B, 5), (B, A()), (B, A), (B, c, 1), (5, c)):
    try:
        print(super(*args))
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
unbound = super(B)
print(unbound.__self__, unbound.__self_class__, unbound.__thisclass__)
print(unbound.__get__(c).x, unbound.__get__(c).f())
try:
    unbound.x
except AttributeError as e:
    print(e)
try:
    unbound.__get__(A())
except TypeError as e:
    print(e)
B._B__sup = super(B)
print(C()._B__sup.f())
for name in ("nothing", "__missing__"):
    try:
        getattr(sup, name)
    except AttributeError as e:
        print(e)
try:
    sup.new = 1
except AttributeError as e:
    print(e)
class MySuper(super):
    def __getattribute__(self, name):
        return "mine " + name if name == "x" else super().__getattribute__(name)
print(MySuper(B, c).x, MySuper(B, c).f(), repr(super(B, C)), repr(unbound))
