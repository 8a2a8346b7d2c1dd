# covers: Determining the appropriate metaclass; Metaclasses
# The metaclass is the most derived of the given one and the bases' ones.
class M(type):
    pass


class N(M):
    pass


class Other(type):
    pass


class A(metaclass=M):
    pass


class B(A):
    pass


class C(A, metaclass=N):
    pass


class D(C):
    pass


print(type(A), type(B), type(C), type(D))


class E(C, metaclass=M):
    pass


print(type(E).__name__)


class F(B, metaclass=type):
    pass


print(type(F).__name__)
for bases, meta in (((A,), Other), ((C, A), M), ((A, C), type)):
    try:
        class G(*bases, metaclass=meta):
            pass

        print(type(G))
    except TypeError as e:
        print(e)


class H(metaclass=Other):
    pass


try:
    class I(A, H):
        pass
except TypeError as e:
    print(e)
try:
    type("J", (A, H), {})
except TypeError as e:
    print(e)
print(type(type("K", (C,), {})).__name__, type(type.__new__(type, "L", (A,), {})).__name__)


def function(name, bases, namespace, **kw):
    print("called with", name, bases, sorted(namespace), kw)
    return 42


class X(1 and object, metaclass=function, flavour="sweet"):
    y = 1


print(X)
try:
    class Y(metaclass=5):
        pass
except TypeError as e:
    print(e)
