# covers: The standard type hierarchy; Creating the class object; function.__name__; module.__name__; class.__bases__
# Orders that no linearization can keep are refused, also on assignment to __bases__.
class Z: pass
class C(Z): pass
class D(Z, object): pass


def attempt(name, bases):
    try:
        print(name, [k.__name__ for k in type(name, bases, {}).__mro__])
    except TypeError as e:
        print(name, "refused:", e)


attempt("fine", (C, D))
attempt("base before sub", (Z, C))
attempt("object first", (object, Z))
class A: pass
class B: pass
class AB(A, B): pass
class BA(B, A): pass
attempt("AB, BA", (AB, BA))
class E(Z, B): pass
class F(B, Z): pass
attempt("E, F", (E, F))
class D2(Z, B): pass
attempt("X(D,B,C)", (D2, B, C))
class X(A): pass
for new in ((X,), (A, X), (A, A), (), (int,), (5,), [A]):
    try:
        X.__bases__ = new
        print("set", X.__bases__)
    except TypeError as e:
        print(type(e).__name__, e)
print(X.__mro__ == (X, A, object))
class Y(X): pass
try:
    A.__bases__ = (Y,)
except TypeError as e:
    print(e)
class P(A): pass
class Q(P): pass
class R(A, B): pass
class S(Q, R): pass
print([k.__name__ for k in S.__mro__])
try:
    Q.__bases__ = (B, P)
    print([k.__name__ for k in S.__mro__])
except TypeError as e:
    print(e)
print(Q.__bases__, [k.__name__ for k in Q.__mro__])
Q.__bases__ = (P, B)
print([k.__name__ for k in S.__mro__])
