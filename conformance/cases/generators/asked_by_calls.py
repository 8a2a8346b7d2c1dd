# covers: Emulating callable objects; The standard type hierarchy
# Generators that calls of next and send ask: values, defaults, ends, errors and what they leave behind.
import sys


def attempt(call, *arguments):
    try:
        return call(*arguments)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def counting(n):
    for i in range(n):
        got = yield i
        if got is not None:
            print("got", got)
    return "end"


def ask(generator):
    return next(generator)


def ask_or(generator, default):
    return next(generator, default)


def send(generator, value):
    return generator.send(value)


g = counting(2)
print([attempt(ask, g) for _ in range(4)])
g = counting(2)
print([attempt(ask_or, g, "default") for _ in range(4)])
g = counting(3)
print(attempt(send, g, 1), attempt(send, g, None), attempt(send, g, 2), attempt(ask_or, g, 0), attempt(send, g, 3), attempt(send, g, 4), attempt(send, g, None))
try:
    next(counting(0))
except StopIteration as stop:
    print(repr(stop.value), stop.args, stop.__context__, stop.__cause__)


def nothing():
    return
    yield


try:
    nothing().send(None)
except StopIteration as stop:
    print(repr(stop.value), stop.args)


def stopping():
    yield 1
    raise StopIteration("inside")


g = stopping()
print(next(g), attempt(ask_or, g, 5), attempt(ask_or, g, 6))


def asking_itself():
    yield next(me)


me = asking_itself()
print(attempt(ask, me), attempt(ask_or, me, "closed"))


def failing():
    try:
        yield 1
    finally:
        print("finally")
        1 / 0


def through(generator):
    next(generator)
    value = (
        next(generator)
    )
    return value


try:
    through(failing())
except ZeroDivisionError as error:
    entry = error.__traceback__
    while entry:
        print(entry.tb_frame.f_code.co_name, entry.tb_lineno - entry.tb_frame.f_code.co_firstlineno)
        entry = entry.tb_next


def nested(depth):
    if depth:
        inner = nested(depth - 1)
        while True:
            got = yield next(inner, None)
            if got:
                yield inner.send(got)
    else:
        while True:
            got = yield depth
            if got:
                yield ("inner", got)


g = nested(5)
print(next(g), g.send("x"), next(g), next(g))


def handling():
    try:
        raise KeyError("outer")
    except KeyError:
        yield sys.exception()
        try:
            yield sys.exception()
        finally:
            print("leaves", sys.exception())


g = handling()
print(repr(next(g)), sys.exception())
try:
    raise ValueError("caller")
except ValueError:
    print(repr(g.send(None)), repr(sys.exception()), next(g, "over"), repr(sys.exception()))


class Iterator:
    def __next__(self):
        return "own"

    def send(self, value):
        return ("sent", value)


print(next(Iterator()), Iterator().send(1), attempt(ask, 5), attempt(ask, []), attempt(ask, iter([])), attempt(ask_or, iter([]), 7))


async def coroutine():
    return 1


c = coroutine()
print(attempt(ask, c))
print(attempt(send, c, 1), attempt(send, c, None))


class Borrowed:
    send = type(g).send


print(attempt(lambda: Borrowed().send(1)))
bound = counting(2).send
print(bound(None), bound("bound"), attempt(bound, None))
print(attempt(lambda: next(counting(1), 1, 2)), attempt(lambda: next()), attempt(lambda: counting(1).send()), attempt(lambda: counting(1).send(1, 2)))


def deep(n):
    yield next(deep(n + 1))


old = sys.getrecursionlimit()
sys.setrecursionlimit(200)
print(attempt(ask, deep(0)).split(":")[0])
sys.setrecursionlimit(old)


def framed():
    yield sys._getframe().f_back.f_code.co_name
    yield sys._getframe().f_back.f_lineno - sys._getframe().f_code.co_firstlineno > 0


def frames():
    g = framed()
    print(next(g), g.gi_running, g.gi_frame.f_lineno - g.gi_code.co_firstlineno)
    print(g.send(None), g.gi_yieldfrom)


frames()
totals = [next(counting(3)) + n for n in range(3)]
print(totals, next(n for n in range(5) if n > 2), next((n for n in ()), "none"))
