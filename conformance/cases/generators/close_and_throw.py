# covers: Objects, values and types; Emulating container types
# throw, close, return values, GeneratorExit, StopIteration inside, what generators tell.
def g():
    try:
        while True:
            try:
                got = yield "ready"
                print("got", got)
            except ValueError as e:
                print("caught", repr(e))
                yield "from handler"
    finally:
        print("finally")
i = g()
print(next(i), i.send(1), i.throw(ValueError("x")), next(i), i.throw(ValueError), i.gi_running, i.gi_yieldfrom, i.gi_frame.f_lineno)
i.close()
print(i.gi_frame, next(i, "over"), i.close(), type(i).__name__, i.__name__, i.__qualname__, i.gi_code.co_name)
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
def returns():
    try:
        yield 1
    except GeneratorExit:
        return "value of close"
def stops():
    yield 1
    raise StopIteration("inside")
def raises():
    try:
        yield 1
    finally:
        raise LookupError("while closing")
def value():
    return 5
    yield
def step(make, action):
    it = make()
    next(it, None)
    try:
        print(make.__name__, action(it))
    except BaseException as e:
        print(make.__name__, type(e).__name__, e, repr(e.__cause__))
for make in (stubborn, returns, stops, raises, value):
    step(make, lambda it: it.close())
    step(make, lambda it: it.throw(KeyError("thrown")))
    step(make, lambda it: next(it))
fresh = g()
for f in (lambda: fresh.send(1), lambda: fresh.throw(KeyError, "k"), lambda: next(fresh), lambda: g().throw(5), lambda: g().throw("text"), lambda: g().throw(ValueError("a"), "b"), lambda: g().throw(int), lambda: g().send(), lambda: g().throw(), lambda: g().throw(KeyError, KeyError("given")), lambda: g().throw(ValueError, None, 5), lambda: g().__next__(1), lambda: type(fresh)(), lambda: setattr(fresh, "x", 1), lambda: setattr(fresh, "__name__", 5)):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
def itself():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield me.gi_running
me = itself()
print(next(me))
v = value()
try:
    next(v)
except StopIteration as e:
    print(e.value, e.args)
def delegate():
    result = yield from returns()
    print("result", result)
    result = yield from value()
    print("result", result)
    try:
        yield from 5
    except TypeError as e:
        print(e)
    yield from "ab"
print(list(delegate()))
d = delegate()
next(d)
print(d.gi_yieldfrom.__name__, d.throw(GeneratorExit) if False else d.close())
def handled():
    try:
        raise KeyError("outer")
    except KeyError:
        yield 1
        try:
            raise
        except KeyError as e:
            yield repr(e)
h = handled()
next(h)
try:
    raise ValueError("other")
except ValueError:
    print(next(h))
del h
x = g()
next(x)
del x
print("collected at once")
