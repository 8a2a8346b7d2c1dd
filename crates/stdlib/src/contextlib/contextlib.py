"""Context managers from functions, and classes that help with them."""

import sys
from abc import ABC, abstractmethod
from collections import deque
from functools import wraps
from types import GenericAlias, MethodType

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext",
           "AbstractContextManager", "AbstractAsyncContextManager", "AsyncExitStack",
           "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr", "suppress",
           "aclosing", "chdir"]


def _has_all(cls, *names):
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    """Classes with `__enter__` and `__exit__`."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    def __enter__(self):
        """Enters the context: the manager itself."""
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Leaves the context; a true answer swallows the exception."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _has_all(C, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    """Classes with `__aenter__` and `__aexit__`."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        """Enters the context: the manager itself."""
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Leaves the context; a true answer swallows the exception."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _has_all(C, "__aenter__", "__aexit__")
        return NotImplemented


class ContextDecorator:
    """Lets a context manager decorate functions: each call runs within the context."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    """Lets an asynchronous context manager decorate coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


class _GeneratorBase:
    """What managers from generators share: the generator, and how to make it anew."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)


def _is_same(raised, value, stop):
    """Whether what came out of the generator is what was thrown in, or its wrapping by PEP 479."""
    if raised is value:
        raised.__traceback__ = value.__traceback__
        return True
    return isinstance(value, stop) and raised.__cause__ is value


class _GeneratorContextManager(_GeneratorBase, AbstractContextManager, ContextDecorator):
    """The manager that `contextmanager` makes."""

    def __enter__(self):
        # Kept no longer: what the arguments hold may go now.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        before = value.__traceback__
        try:
            self.gen.throw(value)
        except StopIteration as stop:
            return stop is not value
        except RuntimeError as error:
            if error is value or (isinstance(value, StopIteration) and error.__cause__ is value):
                value.__traceback__ = before
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = before
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorBase, AbstractAsyncContextManager,
                                    AsyncContextDecorator):
    """The manager that `asynccontextmanager` makes."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        before = value.__traceback__
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as stop:
            return stop is not value
        except RuntimeError as error:
            wrapped = isinstance(value, (StopIteration, StopAsyncIteration))
            if error is value or (wrapped and error.__cause__ is value):
                value.__traceback__ = before
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = before
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Makes a function of context managers from a generator function with one `yield`."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """Makes a function of asynchronous context managers from an asynchronous generator function."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    """Calls `thing.close()` at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits `thing.aclose()` at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends `sys.stdout` elsewhere for the block."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends `sys.stderr` elsewhere for the block."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Ends the block at one of these exceptions, and goes on behind it."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return
        if issubclass(exctype, self._exceptions):
            return True
        if issubclass(exctype, BaseExceptionGroup):
            match, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing: stands where a context manager is optional."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class _ExitStackBase:
    """Callbacks in the order in which they were pushed, each with whether it is synchronous."""

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Moves all callbacks to a new stack."""
        new = type(self)()
        new._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return new

    def push(self, exit):
        """Registers an `__exit__` method's meaning: a manager's, or a function of that shape."""
        method = getattr(type(exit), "__exit__", None)
        self._push(exit if method is None else MethodType(method, exit))
        return exit

    def enter_context(self, cm):
        """Enters a manager, and leaves it with the stack."""
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                            f"not support the context manager protocol") from None
        result = enter(cm)
        self._push(MethodType(leave, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Registers a function that is called with these arguments and sees no exception."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push(_exit_wrapper)
        return callback

    def _push(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))


def _fix_context(new, old, outer):
    """Puts the exception that was being handled at the end of a new one's chain of contexts."""
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        new = context
    new.__context__ = old


def _details(exc):
    return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)


class ExitStack(_ExitStackBase, AbstractContextManager):
    """A stack of context managers and callbacks that end with the block, last first."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]
        received, pending, suppressed = exc is not None, False, False
        outer = sys.exception()
        while self._exit_callbacks:
            _, cb = self._exit_callbacks.pop()
            exc_details = _details(exc)
            try:
                if cb(*exc_details):
                    suppressed, pending, exc = True, False, None
            except BaseException as new:
                _fix_context(new, exc, outer)
                pending, exc = True, new
        if pending:
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context
                raise
        return received and suppressed

    def close(self):
        """Ends the stack at once."""
        self.__exit__(None, None, None)


class AsyncExitStack(_ExitStackBase, AbstractAsyncContextManager):
    """A stack of context managers and callbacks of both kinds."""

    async def enter_async_context(self, cm):
        """Enters an asynchronous manager, and leaves it with the stack."""
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                            f"not support the asynchronous context manager protocol") from None
        result = await enter(cm)
        self._push(MethodType(leave, cm), False)
        return result

    def push_async_exit(self, exit):
        """Registers an `__aexit__` method's meaning."""
        method = getattr(type(exit), "__aexit__", None)
        self._push(exit if method is None else MethodType(method, exit), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Registers a coroutine function that is called with these arguments."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push(_exit_wrapper, False)
        return callback

    async def aclose(self):
        """Ends the stack at once."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exc = exc_details[1]
        received, pending, suppressed = exc is not None, False, False
        outer = sys.exception()
        while self._exit_callbacks:
            is_sync, cb = self._exit_callbacks.pop()
            exc_details = _details(exc)
            try:
                if is_sync:
                    cb_suppress = cb(*exc_details)
                else:
                    cb_suppress = await cb(*exc_details)
                if cb_suppress:
                    suppressed, pending, exc = True, False, None
            except BaseException as new:
                _fix_context(new, exc, outer)
                pending, exc = True, new
        if pending:
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context
                raise
        return received and suppressed


class chdir(AbstractContextManager):
    """Changes the working directory for the block, where the host grants that."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())
