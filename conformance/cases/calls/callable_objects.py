# covers: Emulating callable objects; Special method lookup; method.__func__; __call__
# __call__ on the type, calls of instances, methods and classes, and callable().
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *, scale=1): return (x + self.n) * scale


add = Adder(3)
print(add(4), add(4, scale=2), callable(add), callable(Adder), callable(5))
add.__call__ = lambda x: "from the instance"
print(add(4), add.__call__(4))


class Not:
    pass


n = Not()
n.__call__ = lambda: 1
print(callable(n))
for bad in (n, 5, "s", None, [], {}, 1.5, ..., NotImplemented):
    try:
        bad()
    except TypeError as e:
        print(e)


class Blocked:
    __call__ = None


try:
    print(callable(Blocked()))
    Blocked()()
except TypeError as e:
    print(e)


class Meta(type):
    def __call__(cls, *args, **kw):
        print("Meta.__call__", cls.__name__, args, kw)
        return super().__call__(*args)


class Made(metaclass=Meta):
    def __init__(self, *args): self.args = args


print(Made(1, 2, k=3).args)


class Chain:
    def __call__(self): return self


print(isinstance(Chain()()()(), Chain))


class CallIsCallable:
    __call__ = Adder(10)


print(CallIsCallable()(5))
m = add.__call__
print(Adder.__call__(add, 1), add.__init__.__self__ is add)
bound = Adder(1).__call__
print(bound(1, scale=5), bound.__func__ is Adder.__call__)
print(int("12"), int.__call__("3"), type.__call__(list, "ab"), (lambda: 0).__call__())
