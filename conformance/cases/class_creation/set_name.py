# covers: Creating the class object; Implementing Descriptors; __set_name__
# __set_name__ is called for each namespace value whose type has it, in definition order.
class Named:
    def __init__(self, tag):
        self.tag = tag

    def __set_name__(self, owner, name):
        print(self.tag, owner.__name__, name, name in owner.__dict__)


class A:
    x = Named("first")
    y = z = Named("shared")
    _ = 3


A.later = Named("never told")
print(sorted(n for n in vars(A) if not n.startswith("__")))


class InstanceOnly:
    pass


odd = InstanceOnly()
odd.__set_name__ = lambda owner, name: print("not called: found on the type only")


class B:
    odd = odd


class Raises:
    def __set_name__(self, owner, name):
        raise ValueError("bad name")


try:
    class C:
        r = Raises()
except ValueError as e:
    print(repr(e), e.__notes__)


class Adds:
    def __set_name__(self, owner, name):
        setattr(owner, name + "_extra", 1)
        setattr(owner, name, "replaced")


class D:
    a = Adds()
    b = Adds()


print(D.a, D.a_extra, D.b, D.b_extra)


class Meta(type):
    def __set_name__(cls, owner, name):
        print("a class is told", owner.__name__, name)


class E:
    class Inner(metaclass=Meta):
        pass


class Wrong:
    def __set_name__(self):
        pass


try:
    class F:
        w = Wrong()
except TypeError as e:
    print(e, e.__notes__)
