# covers: Emulating callable objects; __call__
class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *rest, scale=1, **more):
        return (self.n + x) * scale, rest, sorted(more)


add = Adder(10)
print(add(1), add(1, 2, 3, scale=2, z=1, a=2))
print(callable(add), callable(Adder), callable(3), callable(None))
try:
    add()
except TypeError as e:
    print(e)
try:
    3()
except TypeError as e:
    print(e)


class NotOnInstance:
    pass


n = NotOnInstance()
n.__call__ = lambda: 1
print(callable(n))
try:
    n()
except TypeError as e:
    print(e)


class Chain:
    __call__ = Adder(5)


print(Chain()(1))
