# covers: Coroutine Objects
import sys, types, warnings
async def coro(): pass
print(sys.get_coroutine_origin_tracking_depth())
c = coro(); print(c.cr_origin); c.close()
def make(): return coro()
sys.set_coroutine_origin_tracking_depth(2)
c = make(); print([(line, name) for _, line, name in c.cr_origin]); c.close()
try: sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as e: print(e)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    make()
print(len(caught), str(caught[0].message).split("\n")[0], caught[0].category.__name__)
sys.set_coroutine_origin_tracking_depth(0)
warnings._warn_unawaited_coroutine, before = (lambda coro: print("told of", coro.__name__)), warnings._warn_unawaited_coroutine
coro()
warnings._warn_unawaited_coroutine = before

# A coroutine is no iterator for generators that are no coroutines.
c = coro()
def gen(): yield from c
try: next(gen())
except TypeError as e: print(e)
@types.coroutine
def iterable(): return (yield from c)
try: next(iterable())
except StopIteration as e: print("awaited", e.value)

# Who delegates is seen from what an exception is thrown into.
def names():
    frame, found = sys._getframe(1), []
    while frame:
        found.append(frame.f_code.co_name); frame = frame.f_back
    return found
def inner():
    try: yield names()
    except ValueError: yield names()
    yield names()
def middle(): yield from inner()
def outermost(): yield from middle()
g = outermost()
print(next(g), g.throw(ValueError), next(g))
async def awaiting(): return await waiting()
@types.coroutine
def waiting():
    try: yield names()
    except ValueError: yield names()
c = awaiting(); print(c.send(None), c.throw(ValueError)); c.close()

# What goes wrong when an exception is made is what is thrown.
class Bad(Exception):
    def __new__(cls): return 3
class Worse(Exception):
    def __init__(self): raise KeyError("made badly")
def catching():
    while True:
        try: yield "waits"
        except Exception as e: print(type(e).__name__, e)
for cls in (Bad, Worse):
    g = catching(); next(g); print(g.throw(cls))
    g = catching()
    try: g.throw(cls)
    except Exception as e: print(type(e).__name__)
    print(list(g))
