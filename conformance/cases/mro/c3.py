# covers: Creating the class object; Customizing class creation
# C3 linearization: diamonds, local precedence, monotonicity, refusals.
def mro(cls):
    return " ".join(c.__name__ for c in cls.__mro__)


class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E): pass


print(mro(D), "|", mro(E), "|", mro(F))


class Z: pass
class X(Z): pass
class Y(X, Z): pass


print(mro(Y))


class K1(A, B, C): pass
class K2(C, O): pass
class K3(A, O): pass
class K4(K3, K1): pass


print(mro(K1), "|", mro(K2), "|", mro(K4))


def refuse(name, *bases):
    try:
        print(mro(type(name, bases, {})))
    except TypeError as e:
        print(e)


refuse("Bad", O, A)
refuse("Bad", A, A)
refuse("Good", A, O)


class P(A, B): pass
class Q(B, A): pass


refuse("Bad", P, Q)
refuse("Bad", object, A)

# D(Z, B) puts Z first, C(Z) puts C before Z: X(D, B, C) cannot keep both with B before C.
class Zed: pass
class Bee: pass
class Dee(Zed, Bee): pass
class Cee(Zed): pass


refuse("Xe", Dee, Bee, Cee)
refuse("Xe", Dee, Cee)
refuse("Xe", Cee, Dee)
refuse("Xe", Dee, Cee, Bee)
print(F.mro() == list(F.__mro__), type(F.mro()), type(F.__mro__))
