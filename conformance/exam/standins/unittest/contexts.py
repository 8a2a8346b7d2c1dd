"""The context managers of assertions: an exception, a warning, a log record, a part of a test."""
import sys
import warnings

from .skips import Helper, SkipTest


def matches(pattern, text):
    if isinstance(pattern, (str, bytes)):
        import re
        return re.search(pattern, text)
    return pattern.search(text)


def named(expected):
    """The name of a class, or of each of a tuple."""
    if isinstance(expected, tuple):
        return "(" + ", ".join(map(named, expected)) + ")"
    return getattr(expected, "__name__", str(expected))


class Raises:
    """The context of `assertRaises`; with a pattern, of `assertRaisesRegex`."""
    classes = BaseException

    def __init__(self, case, expected, pattern=None, msg=None):
        for kind in expected if isinstance(expected, tuple) else (expected,):
            if not (isinstance(kind, type) and issubclass(kind, self.classes)):
                raise TypeError(f"{kind!r} is no subclass of {self.classes.__name__}")
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, msg

    def call(self, args, kwargs):
        if not args:
            return self
        call, *args = args
        try:
            with self:
                call(*args, **kwargs)
        finally:
            self = None

    def fail(self, text):
        self.case.fail(text if self.msg is None else f"{text} : {self.msg}")

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.fail(f"{named(self.expected)} not raised")
        if not issubclass(kind, self.expected) or issubclass(kind, Helper):
            return False
        clear_frames(trace)
        self.exception = error.with_traceback(None)
        if self.pattern is not None and not matches(self.pattern, str(error)):
            self.fail(f"{self.pattern!r} does not match {str(error)!r}")
        return True


def clear_frames(trace):
    """Clears the locals of the frames that are over."""
    while trace is not None:
        try:
            trace.tb_frame.clear()
        except (RuntimeError, AttributeError):
            pass
        trace = trace.tb_next


class Warns(Raises):
    """The context of `assertWarns` and `assertWarnsRegex`."""
    classes = Warning

    def __enter__(self):
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self.catcher = warnings.catch_warnings(record=True)
        self.warnings = self.catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, error, trace):
        self.catcher.__exit__(kind, error, trace)
        if kind is not None:
            return False
        first = None
        for seen in self.warnings:
            if not isinstance(seen.message, self.expected):
                continue
            first = first or seen.message
            if self.pattern is None or matches(self.pattern, str(seen.message)):
                self.warning, self.filename = seen.message, seen.filename
                self.lineno = seen.lineno
                return None
        if first is not None:
            self.fail(f"{self.pattern!r} does not match {str(first)!r}")
        self.fail(f"{named(self.expected)} not triggered")


class Logs:
    """The context of `assertLogs` and `assertNoLogs`."""

    def __init__(self, case, logger, level, wanted):
        import logging
        self.case, self.wanted, self.records = case, wanted, []
        self.level = level if level is not None else logging.INFO
        if isinstance(self.level, str):
            self.level = logging.getLevelName(self.level)
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        context = self

        class Handler(logging.Handler):
            def emit(self, record):
                context.records.append(record)
        self.handler = Handler()
        self.handler.setLevel(self.level)

    @property
    def output(self):
        return [f"{r.levelname}:{r.name}:{r.getMessage()}" for r in self.records]

    def __enter__(self):
        logger = self.logger
        self.kept = logger.handlers, logger.level, logger.propagate
        logger.handlers, logger.propagate = [self.handler], False
        logger.setLevel(self.level)
        return self

    def __exit__(self, kind, error, trace):
        logger = self.logger
        logger.handlers, level, logger.propagate = self.kept
        logger.setLevel(level)
        if kind is None and bool(self.records) != self.wanted:
            self.case.fail(f"logged: {self.output}")


class SubTest:
    """A part of a test: its failure is the test's, and the next part runs all the same."""

    def __init__(self, case, label):
        self.case, self.label = case, label

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None or not issubclass(kind, Exception):
            return False
        if issubclass(kind, Helper):
            return False
        if not issubclass(kind, SkipTest):
            self.case._problems.append((self.label, error))
        return True
