# covers: Coroutine Objects; Awaitable Objects; Coroutines; __await__; coroutine.send; coroutine.throw; coroutine.close
# Generator-based coroutines by hand: send, throw, close, awaiting through types.coroutine.
import types
@types.coroutine
def sleep(n):
    got = yield n
    return ("slept", n, got)
print(type(sleep(1)).__name__, sleep(1).gi_code.co_flags & 0x100 != 0)
class Awaitable:
    def __init__(self, answer): self.answer = answer
    def __await__(self): return self.answer
def drive(it, *sends):
    try:
        print("->", it.send(None))
        for s in sends:
            print("->", it.send(s))
    except StopIteration as e:
        print("result", e.value)
    except Exception as e:
        print(type(e).__name__, e)
drive(sleep(1), "x")
@types.coroutine
def chain():
    a = yield from sleep(1)
    b = yield from sleep(2)
    return [a, b]
drive(chain(), "p", "q")
c = chain()
c.send(None)
try:
    c.throw(KeyError("thrown in"))
except KeyError as e:
    print(repr(e))
print(c.gi_frame)
c = chain()
c.send(None)
print(c.gi_yieldfrom is not None, c.close(), c.gi_frame)
@types.coroutine
def plain():
    return iter([1, 2])
print(list(plain()))
for bad in (5, None, "f"):
    try:
        print(types.coroutine(bad))
    except TypeError as e:
        print(e)
print(types.coroutine(len) is not None, types.coroutine(sleep) is sleep, sleep.__name__)
for value in (5, None, [], iter([1]), (x for x in ())):
    a = Awaitable(value)
    print(type(a.__await__()).__name__)
for t in (types.CoroutineType, types.AsyncGeneratorType, types.GeneratorType):
    try:
        t()
    except TypeError as e:
        print(e)
    print(t.__name__, sorted(k for k in vars(t) if not k.startswith("__")))
