# covers: Coroutines; Awaitable Objects; Coroutine Objects; Asynchronous Iterators; Asynchronous Context Managers; __await__; coroutine.send; coroutine.throw; coroutine.close; __aiter__; __anext__; __aenter__; __aexit__
import types


@types.coroutine
def pause(value):
    got = yield value
    return got * 2


class Waits:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        result = yield from pause(self.value)
        return result + 1


it = Waits(5).__await__()
print(it.send(None))
try:
    it.send(10)
except StopIteration as stop:
    print("returned", stop.value)

g = pause(1)
print(type(g).__name__, next(g))
try:
    g.throw(ValueError("thrown"))
except ValueError as e:
    print(e)
g.close()


class Counter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    def __anext__(self):
        return Waits(self.n)


print(aiter(Counter(1)) is not None)
print(next(anext(Counter(7)).__await__()))
for bad in (3, []):
    try:
        aiter(bad)
    except TypeError as e:
        print(e)


class Manager:
    def __aenter__(self):
        return Waits("enter")

    def __aexit__(self, *exc):
        return Waits("exit")


print(type(Manager().__aenter__()).__name__, next(Manager().__aexit__().__await__()))
try:
    with Manager():
        pass
except TypeError as e:
    print(e)
