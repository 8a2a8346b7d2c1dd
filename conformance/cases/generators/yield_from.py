# covers: The standard type hierarchy; coroutine.send
# yield from: values, sends, throws and closes pass through; the return value comes back.
def inner():
    try:
        x = yield "a"
        print("inner got", x)
        y = yield "b"
        print("inner got", y)
    except KeyError as e:
        print("inner caught", e)
        yield "recovered"
    finally:
        print("inner done")
    return "inner result"


def outer():
    result = yield from inner()
    print("outer has", result)
    rest = yield from [10, 20]
    print("list gives", rest)
    return "outer result"


g = outer()
print(next(g), g.send(1), g.throw(KeyError("k")), g.gi_yieldfrom.__name__)
print(list(g))
g = outer()
next(g)
g.close()
g = outer()
next(g), g.send(1), g.send(2)
try:
    g.send("list iterators cannot receive")
except AttributeError as e:
    print(e)


class Custom:
    def __iter__(self): return self
    def __next__(self): return "next"
    def send(self, value): return ("send", value)
    def throw(self, *args): return ("throw", args)
    def close(self): print("custom closed")


def delegate():
    yield from Custom()


d = delegate()
print(next(d), d.send(None), d.send(3))
print(d.throw(ValueError("v"))[0])
d.close()


def bad():
    yield from 5


try:
    next(bad())
except TypeError as e:
    print(e)


def raises():
    yield 1
    raise LookupError("from inside")


def wraps():
    try:
        yield from raises()
    except LookupError as e:
        yield "caught " + str(e)


print(list(wraps()))


def recurse(n):
    if n:
        yield n
        yield from recurse(n - 1)


print(sum(recurse(100)))
