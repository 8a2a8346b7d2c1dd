"""Lines of source files, remembered."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

from _traceback import source_line as _source_line

# A file's name with its size, time of change, lines and full name; or with a function that gives the
# text, in a tuple of its own, until the lines are asked for.
cache = {}


def clearcache():
    """Forgets all files."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line with its line end; empty if there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def getlines(filename, module_globals=None):
    """All lines of a file; none if it cannot be read."""
    known = cache.get(filename)
    if known is not None and len(known) != 1:
        return known[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Would forget files that have changed; the host's texts do not change."""


def updatecache(filename, module_globals=None):
    """Reads a file anew."""
    known = cache.pop(filename, None)
    if not filename or not isinstance(filename, str):
        return []
    lines = []
    while (line := _source_line(filename, len(lines) + 1)) is not None:
        lines.append(line.rstrip("\r\n") + "\n")
    if not lines:
        if known is None or len(known) != 1:
            if not lazycache(filename, module_globals):
                return []
            known = cache.pop(filename)
        try:
            text = known[0]()
        except (ImportError, OSError):
            return []
        if text is None:
            return []
        lines = [line + "\n" for line in text.splitlines()]
    cache[filename] = (sum(map(len, lines)), None, lines, filename)
    return lines


def lazycache(filename, module_globals):
    """Remembers how a module's loader gives its text; whether it has one that does."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return False
    if not module_globals or "__name__" not in module_globals:
        return False
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals["__name__"]
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True
