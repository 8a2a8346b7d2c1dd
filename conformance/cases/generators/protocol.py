# covers: The standard type hierarchy; slice.stop; coroutine.close
# send, throw, close, return values, and the states of a generator.
def gen():
    try:
        got = yield 1
        print("got", got)
        try:
            yield 2
        except ValueError as e:
            print("caught", repr(e))
            yield 3
        return "value"
    finally:
        print("cleanup")


g = gen()
print(g.gi_running, g.gi_frame is not None, g.gi_yieldfrom, g.__name__, g.__qualname__)
print(next(g), g.send("hello"), g.throw(ValueError("inside")))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
print(g.gi_frame, next(g, "exhausted"))
g = gen()
try:
    g.send(5)
except TypeError as e:
    print(e)
next(g)
g.close()
g.close()
g = gen()
try:
    g.throw(KeyError("unstarted"))
except KeyError as e:
    print(repr(e))
print(list(g))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


def leak():
    raise StopIteration("oops")
    yield


try:
    next(leak())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError as e:
    print(e)


def returns_on_close():
    try:
        yield
    except GeneratorExit:
        return "closed value"


g = returns_on_close()
next(g)
print(g.close(), gen().close())
try:
    gen().throw(5)
except TypeError as e:
    print(e)
print(type(gen), type(g))
