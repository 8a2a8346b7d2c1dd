"""Stacks and exceptions as text."""

import itertools
import linecache
import sys
import textwrap
from collections import deque
from collections.abc import Sequence as _Sequence

from _traceback import position as _position, suggestion as _suggestion, underline as _underline

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only",
           "format_list", "format_stack", "format_tb", "print_exc", "format_exc",
           "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
           "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb"]


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()

# An entry that comes more often in a row is counted.
_RECURSIVE_CUTOFF = 3
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


def _write(lines, file):
    file = sys.stderr if file is None else file
    for line in lines:
        print(line, file=file, end="")


def print_list(extracted_list, file=None):
    """Prints what format_list() makes of the entries."""
    _write(StackSummary.from_list(extracted_list).format(), file)


def format_list(extracted_list):
    """The texts of entries, which are summaries or tuples of file, line, name and text."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Prints the entries of a traceback."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """The texts of a traceback's entries."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """The entries of a traceback."""
    return StackSummary._extract_from_extended_frame_gen(
        _walk_tb_with_full_positions(tb), limit=limit)


def _parse_value_tb(exc, value, tb):
    """The exception and traceback of the old and of the new way to call."""
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True,
                    **kwargs):
    """Prints an exception with its traceback and those that led to it."""
    value, tb = _parse_value_tb(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(
        file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    """What print_exception() would print, as a list of texts."""
    value, tb = _parse_value_tb(exc, value, tb)
    made = TracebackException(type(value), value, tb, limit=limit, compact=True)
    return list(made.format(chain=chain))


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    """The texts of an exception without its traceback."""
    if value is _sentinel:
        value = exc
    made = TracebackException(type(value), value, None, compact=True)
    return list(made.format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The exception that is being handled as one text."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Prints the exception that ended a program last."""
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
    elif hasattr(sys, "last_type"):
        print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)
    else:
        raise ValueError("no last exception")


def print_stack(f=None, limit=None, file=None):
    """Prints the stack from a frame, by default the caller's."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """What print_stack() would print, as a list of texts."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """The entries of the stack from a frame, by default the caller's, the oldest first."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    """Drops the local variables of a traceback's frames."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            # It still runs.
            pass
        tb = tb.tb_next


def walk_stack(f):
    """Frames with their line numbers, from a frame outwards; from the frame that makes a
    StackSummary of them if none is given."""
    if f is None:
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Frames of a traceback with their line numbers."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_tb_with_full_positions(tb):
    """Frames of a traceback with line, last line, column and column after the last."""
    while tb is not None:
        place = _position(tb.tb_frame.f_code, tb.tb_lasti)
        if place[0] is None:
            place = (tb.tb_lineno, None, None, None)
        yield tb.tb_frame, place
        tb = tb.tb_next


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return f"<{what} {func.__name__}() failed>"


class FrameSummary:
    """An entry: where a frame stands, the text there, and maybe its local variables as texts."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_lines",
                 "_lines_dedented", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        self._lines_dedented = None
        if lookup_line:
            self.line
        self.locals = None
        if locals:
            self.locals = {
                key: _safe_string(value, "local", func=repr) for key, value in locals.items()}

    def _as_tuple(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno
                    and self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return self._as_tuple() == other
        return NotImplemented

    def __getitem__(self, pos):
        return self._as_tuple()[pos]

    def __iter__(self):
        return iter(self._as_tuple())

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4

    def _set_lines(self):
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            # What follows the first line is asked for once there is one.
            lines = []
            for number in range(self.lineno, self.end_lineno + 1):
                line = linecache.getline(self.filename, number)
                if not line:
                    break
                lines.append(line.rstrip())
            self._lines = "".join(line + "\n" for line in lines) or "\n"

    @property
    def _original_lines(self):
        self._set_lines()
        return self._lines

    @property
    def _dedented_lines(self):
        self._set_lines()
        if self._lines_dedented is None and self._lines is not None:
            self._lines_dedented = textwrap.dedent(self._lines)
        return self._lines_dedented

    @property
    def line(self):
        """The text of the first line, stripped; None if there can be none."""
        self._set_lines()
        if self._lines is None:
            return None
        return self._lines.partition("\n")[0].strip()


class StackSummary(list):
    """A list of entries."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """The entries of what walk_stack() or walk_tb() give."""
        def extended_frame_gen():
            for frame, line in frame_gen:
                yield frame, (line, None, None, None)

        return klass._extract_from_extended_frame_gen(
            extended_frame_gen(), limit=limit, lookup_lines=lookup_lines,
            capture_locals=capture_locals)

    @classmethod
    def _extract_from_extended_frame_gen(klass, frame_gen, *, limit=None, lookup_lines=True,
                                         capture_locals=False):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            if limit >= 0:
                frame_gen = itertools.islice(frame_gen, limit)
            else:
                frame_gen = deque(frame_gen, maxlen=-limit)
        made = klass()
        files = set()
        for frame, (line, end_line, column, end_column) in frame_gen:
            code = frame.f_code
            files.add(code.co_filename)
            linecache.lazycache(code.co_filename, frame.f_globals)
            made.append(FrameSummary(
                code.co_filename, line, code.co_name, lookup_line=False,
                locals=frame.f_locals if capture_locals else None,
                end_lineno=end_line, colno=column, end_colno=end_column))
        for file in files:
            linecache.checkcache(file)
        if lookup_lines:
            for entry in made:
                entry.line
        return made

    @classmethod
    def from_list(klass, a_list):
        """Entries of summaries or tuples."""
        made = klass()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            made.append(entry)
        return made

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text of one entry; a subclass may answer None to leave it out."""
        entry = frame_summary
        file = "<stdin>" if entry.filename.startswith("<stdin>-") else entry.filename
        parts = [f'  File "{file}", line {entry.lineno}, in {entry.name}\n']
        if entry._dedented_lines and entry._dedented_lines.strip():
            if entry.colno is None or entry.end_colno is None:
                shown = entry.line + "\n"
            else:
                count = entry.end_lineno - entry.lineno + 1
                try:
                    shown = _underline(entry._original_lines.splitlines()[:count], count,
                                       entry.colno, entry.end_colno)
                except ValueError:
                    shown = entry.line + "\n"
            parts.append(textwrap.indent(shown, "    ", lambda line: True))
        if entry.locals:
            for name, value in sorted(entry.locals.items()):
                parts.append(f"    {name} = {value}\n")
        return "".join(parts)

    def format(self, **kwargs):
        """The texts of the entries; what comes often in a row is counted."""
        parts, last, alike = [], None, 0

        def count():
            if alike > _RECURSIVE_CUTOFF:
                more = alike - _RECURSIVE_CUTOFF
                parts.append(f"  [Previous line repeated {more} more "
                             f"time{'s' if more > 1 else ''}]\n")

        for entry in self:
            shown = self.format_frame_summary(entry)
            if shown is None:
                continue
            here = entry.filename, entry.lineno, entry.name
            if last is None or None in last or here != last:
                count()
                last, alike = here, 0
            alike += 1
            if alike <= _RECURSIVE_CUTOFF:
                parts.append(shown)
        count()
        return parts


def _format_final_exc_line(etype, value, *, insert_final_newline=True, colorize=False):
    shown = _safe_string(value, "exception")
    end = "\n" if insert_final_newline else ""
    return f"{etype}: {shown}{end}" if value is not None and shown else f"{etype}{end}"


class _ExceptionPrintContext:
    """How deep in groups the text stands that is being made."""

    def __init__(self):
        self.seen = set()
        self.exception_group_depth = 0
        self.need_close = False

    def indent(self):
        return " " * (2 * self.exception_group_depth)

    def emit(self, text_gen, margin_char=None):
        margin = self.indent()
        if self.exception_group_depth:
            margin += (margin_char or "|") + " "
        for text in (text_gen,) if isinstance(text_gen, str) else text_gen:
            yield textwrap.indent(text, margin, lambda line: True)


class TracebackException:
    """An exception with its traceback and those that led to it, as texts: it holds no frames."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 save_exc_type=True, _seen=None):
        is_first = _seen is None
        if is_first:
            _seen = set()
        _seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract_from_extended_frame_gen(
            _walk_tb_with_full_positions(exc_traceback), limit=limit, lookup_lines=lookup_lines,
            capture_locals=capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._str = _safe_string(exc_value, "exception")
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as error:
            self.__notes__ = [
                f"Ignored error getting __notes__: {_safe_string(error, '__notes__', repr)}"]
        self._is_syntax_error = False
        self._have_exc_type = exc_type is not None
        if exc_type is not None:
            self.exc_type_qualname = exc_type.__qualname__
            self.exc_type_module = exc_type.__module__
        else:
            self.exc_type_qualname = self.exc_type_module = None
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            line, end = exc_value.lineno, exc_value.end_lineno
            self.lineno = str(line) if line is not None else None
            self.end_lineno = str(end) if end is not None else None
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
            self._is_syntax_error = True
        elif exc_type and issubclass(exc_type, (ImportError, NameError, AttributeError)):
            self._str += _suggestion(exc_value, exc_traceback)
        if lookup_lines:
            self._load_lines()
        self.__suppress_context__ = (
            exc_value.__suppress_context__ if exc_value is not None else False)
        # Filled for all that are reached, one after the other: chains may be long.
        self.__cause__ = self.__context__ = self.exceptions = None
        if not is_first:
            return

        def summary(value):
            return TracebackException(
                type(value), value, value.__traceback__, limit=limit, lookup_lines=lookup_lines,
                capture_locals=capture_locals, max_group_width=max_group_width,
                max_group_depth=max_group_depth, _seen=_seen)

        queue = [(self, exc_value)]
        while queue:
            made, value = queue.pop()
            if value is None:
                continue
            cause, context = value.__cause__, value.__context__
            if cause is not None and id(cause) not in _seen:
                made.__cause__ = summary(cause)
                queue.append((made.__cause__, cause))
            wanted = not compact or made.__cause__ is None and not value.__suppress_context__
            if wanted and context is not None and id(context) not in _seen:
                made.__context__ = summary(context)
                queue.append((made.__context__, context))
            if isinstance(value, BaseExceptionGroup):
                made.exceptions = []
                for inner in value.exceptions:
                    made.exceptions.append(summary(inner))
                    queue.append((made.exceptions[-1], inner))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """The summary of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        """The class of the exception; asking for it is deprecated."""
        import warnings
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning,
                      stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        """The name of the exception's class, with its module's where that is needed."""
        if not self._have_exc_type:
            return None
        if self.exc_type_module in ("__main__", "builtins"):
            return self.exc_type_qualname
        return f"{self.exc_type_module}.{self.exc_type_qualname}"

    def _load_lines(self):
        for entry in self.stack:
            entry.line

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """The texts of the exception without its traceback, the exceptions of a group indented."""
        indent = 3 * _depth * " "
        if not self._have_exc_type:
            yield indent + _format_final_exc_line(None, self._str)
            return
        name = self.exc_type_str
        if not isinstance(self.exc_type_module, str):
            name = f"<unknown>.{self.exc_type_qualname}"
        if self._is_syntax_error:
            for line in self._format_syntax_error(name):
                yield indent + line
        elif _depth:
            shown = _format_final_exc_line(name, self._str, insert_final_newline=False)
            for line in shown.split("\n"):
                yield f"{indent}{line}\n"
        else:
            yield _format_final_exc_line(name, self._str)
        notes = self.__notes__
        if isinstance(notes, _Sequence) and not isinstance(notes, (str, bytes)):
            for note in notes:
                for line in _safe_string(note, "note").split("\n"):
                    yield f"{indent}{line}\n"
        elif notes is not None:
            yield f"{indent}{_safe_string(notes, '__notes__', func=repr)}\n"
        if self.exceptions and show_group:
            for inner in self.exceptions:
                yield from inner.format_exception_only(show_group=show_group, _depth=_depth + 1)

    def _format_syntax_error(self, stype, **kwargs):
        """File, text with carets, class and message."""
        suffix = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f" ({self.filename})"
        if self.text is not None:
            line = self.text.rstrip("\n")
            shown = line.lstrip(" \n\f")
            yield f"    {shown}\n"
            if self.offset is not None:
                marks = self._syntax_carets(line, shown)
                if marks is not None:
                    yield f"    {marks}\n"
        yield f"{stype}: {self.msg or '<no detail available>'}{suffix}\n"

    def _syntax_carets(self, line, shown):
        start = self.offset
        if self.lineno == self.end_lineno:
            end = self.end_offset if self.end_offset not in (None, 0) else start
        else:
            end = len(line) + 1
        if self.text and start > len(self.text):
            start = len(line) + 1
        if self.text and end > len(self.text):
            end = len(line) + 1
        if start >= end or end < 0:
            end = start + 1
        cut = len(line) - len(shown)
        column, end_column = start - 1 - cut, end - 1 - cut
        if column < 0:
            return None
        blanks = "".join(char if char.isspace() else " " for char in shown[:column])
        return blanks + "^" * (end_column - column)

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """The texts of the exception with its traceback, and before it of those that led to it."""
        if _ctx is None:
            _ctx = _ExceptionPrintContext()
        output, made = [], self
        while made is not None:
            link, before = None, None
            if chain:
                if made.__cause__ is not None:
                    link, before = _CAUSE, made.__cause__
                elif made.__context__ is not None and not made.__suppress_context__:
                    link, before = _CONTEXT, made.__context__
            output.append((link, made))
            made = before
        for link, made in reversed(output):
            if link is not None:
                yield from _ctx.emit(link)
            if made.exceptions is None:
                if made.stack:
                    yield from _ctx.emit("Traceback (most recent call last):\n")
                    yield from _ctx.emit(made.stack.format())
                yield from _ctx.emit(made.format_exception_only())
            elif _ctx.exception_group_depth > self.max_group_depth:
                yield from _ctx.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from self._format_group(made, chain, _ctx)

    def _format_group(self, group, chain, _ctx):
        """A group and the exceptions in it, in a box."""
        outermost = not _ctx.exception_group_depth
        if outermost:
            _ctx.exception_group_depth = 1
        if group.stack:
            yield from _ctx.emit("Exception Group Traceback (most recent call last):\n",
                                 margin_char="+" if outermost else None)
            yield from _ctx.emit(group.stack.format())
        yield from _ctx.emit(group.format_exception_only())
        count = len(group.exceptions)
        shown = count if count <= self.max_group_width else self.max_group_width + 1
        _ctx.need_close = False
        for number in range(shown):
            last, truncated = number == shown - 1, number >= self.max_group_width
            if last:
                _ctx.need_close = True
            joint = "  " if number else "+-"
            title = "..." if truncated else number + 1
            yield f"{_ctx.indent()}{joint}+---------------- {title} ----------------\n"
            _ctx.exception_group_depth += 1
            if truncated:
                more = count - self.max_group_width
                yield from _ctx.emit(f"and {more} more exception{'s' if more > 1 else ''}\n")
            else:
                yield from group.exceptions[number].format(chain=chain, _ctx=_ctx)
            if last and _ctx.need_close:
                yield f"{_ctx.indent()}+------------------------------------\n"
                _ctx.need_close = False
            _ctx.exception_group_depth -= 1
        if outermost:
            _ctx.exception_group_depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        """Prints what format() gives."""
        _write(self.format(chain=chain), file)
