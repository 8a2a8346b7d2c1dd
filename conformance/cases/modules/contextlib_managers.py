# covers: With Statement Context Managers
# contextlib: generators as managers, stacks and the chain of contexts, suppress, closing, redirecting.
from contextlib import *
import sys

@contextmanager
def tag(name):
    "a tag"
    print(f'<{name}>')
    try:
        yield name.upper()
    except ValueError as e:
        print('caught', e)
    finally:
        print(f'</{name}>')

with tag('b') as t:
    print(t)
with tag('i'):
    raise ValueError('inside')
try:
    with tag('u'):
        raise KeyError('through')
except KeyError as e:
    print('out', e)
print(tag.__doc__, tag.__name__, tag('x').__doc__)

@tag('d')
def decorated(x):
    return x * 2
print(decorated(4), decorated(5), decorated.__name__)

@contextmanager
def never():
    if False:
        yield
@contextmanager
def twice():
    yield 1
    yield 2
@contextmanager
def swallow_stop():
    try:
        yield
    except BaseException as e:
        print('got', repr(e))
        raise
for manager in (never, twice):
    try:
        with manager() as value:
            print('in', value)
    except RuntimeError as e:
        print(e)
for error in (StopIteration('s'), RuntimeError('r'), KeyboardInterrupt('k')):
    try:
        with swallow_stop():
            raise error
    except BaseException as e:
        print(e is error, e.__context__, e.__cause__)

with ExitStack() as stack:
    print(stack.enter_context(tag('s')))
    stack.callback(print, 'callback', end='!\n')
    stack.push(lambda *exc: print('exit sees', exc[0]) or True)
    raise LookupError('gone')
print('after')
def fail(n):
    raise IndexError(n)
try:
    with ExitStack() as stack:
        for n in range(3):
            stack.callback(fail, n)
        1 / 0
except IndexError as e:
    chain = []
    while e:
        chain.append(repr(e)); e = e.__context__
    print(chain)
kept = ExitStack()
with kept:
    kept.callback(print, 'later')
    moved = kept.pop_all()
print('moved')
moved.close()
try:
    ExitStack().enter_context(3)
except TypeError as e:
    print(e)
with suppress(KeyError, IndexError):
    {}[1]
with suppress(ValueError):
    try:
        raise ExceptionGroup('g', [ValueError(1), ValueError(2)])
    finally:
        print('group')
try:
    with suppress(ValueError):
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except ExceptionGroup as g:
    print(repr(g))
class Door:
    def close(self): print('closed')
with closing(Door()) as d:
    print(type(d).__name__)
with nullcontext(7) as n:
    print(n)
class Out:
    def write(self, s): got.append(s)
got = []
with redirect_stdout(Out()):
    print('to the list')
print(got)
print(issubclass(Door, AbstractContextManager), isinstance(tag('q'), AbstractContextManager), AbstractContextManager[int])
try:
    AbstractContextManager()
except TypeError as e:
    print(e)
def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
@asynccontextmanager
async def atag(name):
    print('enter', name)
    try:
        yield name
    finally:
        print('leave', name)
async def main():
    async with atag('a') as a:
        print(a)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(atag('b'))
        stack.enter_context(tag('c'))
        async def bye(x): print('bye', x)
        stack.push_async_callback(bye, 1)
    async with nullcontext(3) as n:
        return n
print(run(main()))
