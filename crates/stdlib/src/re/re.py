"""Regular expressions."""

import copyreg
import enum

import _re
from _re import Match, Pattern

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile",
    "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII",
    "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
    "PatternError",
]

__version__ = "2.2.1"


@enum.global_enum
@enum._simple_enum(enum.IntFlag, boundary=enum.KEEP)
class RegexFlag:
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class PatternError(Exception):
    """A regular expression that is none: what is wrong with it, and where."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError


def match(pattern, string, flags=0):
    """The match at the beginning of the string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """The match of all of the string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match anywhere in the string, or None."""
    return _compile(pattern, flags).search(string)


class _ZeroSentinel(int):
    pass


_zero_sentinel = _ZeroSentinel()


def _by_position(function, needed, name, args, given, flags):
    """The optional arguments of a function, which should not be given by position."""
    if not args:
        return given, flags
    if given is not _zero_sentinel:
        raise TypeError(f"{function}() got multiple values for argument {name!r}")
    given, *args = args
    if args:
        if flags is not _zero_sentinel:
            raise TypeError(f"{function}() got multiple values for argument 'flags'")
        flags, *args = args
        if args:
            raise TypeError(f"{function}() takes from {needed} to {needed + 2} positional "
                            f"arguments but {needed + 2 + len(args)} were given")
    import warnings
    warnings.warn(f"{name!r} is passed as positional argument", DeprecationWarning, stacklevel=3)
    return given, flags


def sub(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    """The string with the leftmost matches replaced: by a template, or by what a function makes of
    each match."""
    if args:
        count, flags = _by_position("sub", 3, "count", args, count, flags)
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    """What sub() returns, and how many matches were replaced."""
    if args:
        count, flags = _by_position("subn", 3, "count", args, count, flags)
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_zero_sentinel, flags=_zero_sentinel):
    """The parts of the string between the matches, and what the groups of those matched."""
    if args:
        maxsplit, flags = _by_position("split", 2, "maxsplit", args, maxsplit, flags)
    return _compile(pattern, flags).split(string, maxsplit)


sub.__text_signature__ = "(pattern, repl, string, count=0, flags=0)"
subn.__text_signature__ = "(pattern, repl, string, count=0, flags=0)"
split.__text_signature__ = "(pattern, string, maxsplit=0, flags=0)"


def findall(pattern, string, flags=0):
    """A list of all matches that do not overlap: of their texts, or of what their groups matched."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches that do not overlap."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """A regular expression as a Pattern object."""
    return _compile(pattern, flags)


def purge():
    """Forgets the patterns that were compiled."""
    _cache.clear()


_special_chars_map = {i: "\\" + chr(i) for i in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """A pattern that matches the string itself."""
    if isinstance(pattern, str):
        return pattern.translate(_special_chars_map)
    pattern = str(pattern, "latin1")
    return pattern.translate(_special_chars_map).encode("latin1")


# The patterns that were used last, the latest at the end.
_cache = {}
_MAXCACHE = 512


def _warn(message):
    import warnings
    warnings.warn(message, FutureWarning, stacklevel=4)


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = (type(pattern), pattern, flags)
    found = _cache.get(key)
    if found is not None:
        return found
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    made = _re.compile(pattern, flags, PatternError, _warn)
    if len(_cache) >= _MAXCACHE:
        del _cache[next(iter(_cache))]
    _cache[key] = made
    return made


def _pickle(pattern):
    return _compile, (pattern.pattern, pattern.flags)


copyreg.pickle(Pattern, _pickle, _compile)


class Scanner:
    """Takes a text apart by a list of patterns, each with what is done with its matches."""

    def __init__(self, lexicon, flags=0):
        if isinstance(flags, RegexFlag):
            flags = flags.value
        self.lexicon = lexicon
        phrases = [phrase for phrase, _ in lexicon]
        self.scanner = _re.lexicon(phrases, flags, PatternError, _warn)

    def scan(self, string):
        """What the actions made of the matches, and the rest that nothing matches."""
        result = []
        next_match = self.scanner.scanner(string).match
        place = 0
        while found := next_match():
            end = found.end()
            if end == place:
                break
            action = self.lexicon[found.lastindex - 1][1]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            place = end
        return result, string[place:]
