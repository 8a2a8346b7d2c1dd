"""Examples in docstrings as tests: what `doctest` offers to CPython's own tests."""
import sys
import unittest

DONT_ACCEPT_TRUE_FOR_1 = 1
DONT_ACCEPT_BLANKLINE = 2
NORMALIZE_WHITESPACE = 4
ELLIPSIS = 8
SKIP = 16
IGNORE_EXCEPTION_DETAIL = 32
REPORT_NDIFF = REPORT_UDIFF = REPORT_CDIFF = FAIL_FAST = REPORT_ONLY_FIRST_FAILURE = 0

FLAGS = {
    "DONT_ACCEPT_TRUE_FOR_1": DONT_ACCEPT_TRUE_FOR_1, "DONT_ACCEPT_BLANKLINE": DONT_ACCEPT_BLANKLINE,
    "NORMALIZE_WHITESPACE": NORMALIZE_WHITESPACE, "ELLIPSIS": ELLIPSIS, "SKIP": SKIP,
    "IGNORE_EXCEPTION_DETAIL": IGNORE_EXCEPTION_DETAIL,
}
HEADS = ("Traceback (most recent call last):", "Traceback (innermost last):")
BLANK = "<BLANKLINE>"


class Example:
    """A statement, what it should print, and the message that it should raise, if it should."""

    def __init__(self, source, want, lineno, options):
        self.source, self.want, self.lineno, self.options = source, want, lineno, options
        self.exc_msg = raised(want)


def raised(want):
    """The message after the traceback that a wanted output consists of, or None."""
    lines = want.split("\n")
    if lines[0].strip() not in HEADS:
        return None
    for at, line in enumerate(lines[1:], 1):
        if line and (line[0].isalnum() or line[0] == "_"):
            return "\n".join(lines[at:])
    return None


def options_of(source):
    """The flags that the directives of an example set and clear."""
    options = {}
    for line in source.split("\n"):
        before, mark, words = line.partition("doctest:")
        if mark and before.rstrip().endswith("#"):
            for word in words.replace(",", " ").split():
                if word[1:] in FLAGS:
                    options[FLAGS[word[1:]]] = word[0] == "+"
    return options


class DocTestParser:
    def get_examples(self, text, name="<string>"):
        lines, found, at = text.expandtabs().split("\n"), [], 0
        while at < len(lines):
            line, first = lines[at], at
            body = line.lstrip(" ")
            at += 1
            if not (body == ">>>" or body.startswith(">>> ")):
                continue
            indent = len(line) - len(body)
            source, want = [body[4:]], []
            while at < len(lines) and lines[at][:indent].strip() == "":
                more = lines[at][indent:]
                if not (more == "..." or more.startswith("... ")):
                    break
                source.append(more[4:])
                at += 1
            while at < len(lines) and lines[at].strip() and not lines[at].strip().startswith(">>> ") \
                    and lines[at].strip() != ">>>":
                want.append(lines[at][indent:])
                at += 1
            code = "\n".join(source)
            if code.strip() and not all(not l.strip() or l.strip().startswith("#") for l in source):
                text_wanted = "\n".join(want) + "\n" if want else ""
                found.append(Example(code + "\n", text_wanted, first, options_of(code)))
        return found

    def get_doctest(self, text, globs, name, filename, lineno):
        return DocTest(self.get_examples(text, name), globs, name, filename, lineno, text)


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.globs, self.name = examples, globs.copy(), name
        self.filename, self.lineno, self.docstring = filename, lineno, docstring


def is_function(value):
    return type(value).__name__ in (
        "function", "builtin_function_or_method", "method_descriptor", "wrapper_descriptor",
        "classmethod_descriptor", "_lru_cache_wrapper",
    )


class DocTestFinder:
    """Finds the examples of the docstrings of a module, a class or a function, and of what lies in it."""

    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self.parser = parser or DocTestParser()
        self.recurse, self.exclude_empty = recurse, exclude_empty

    def find(self, item, name=None, module=None, globs=None, extraglobs=None):
        name = name or item.__name__
        if module is None:
            module = item if type(item) is type(sys) else sys.modules.get(getattr(item, "__module__", None))
        if globs is None:
            globs = dict(vars(module) if module else getattr(item, "__globals__", {}))
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        found = []
        self._collect(found, item, name, module, globs, set())
        return sorted(found, key=lambda test: test.name)

    def _collect(self, found, item, name, module, globs, seen):
        if id(item) in seen:
            return
        seen.add(id(item))
        text = item if isinstance(item, str) else getattr(item, "__doc__", None)
        if isinstance(text, str):
            test = self.parser.get_doctest(text, globs, name, None, 0)
            if test.examples or not self.exclude_empty:
                found.append(test)
        if not self.recurse:
            return
        if type(item) is type(sys):
            for key, value in list(vars(item).items()):
                if (isinstance(value, type) or is_function(value)) and self._is_of(value, module):
                    self._collect(found, value, f"{name}.{key}", module, globs, seen)
            for key, value in getattr(item, "__test__", {}).items():
                self._collect(found, value, f"{name}.__test__.{key}", module, globs, seen)
        elif isinstance(item, type):
            for key, value in list(vars(item).items()):
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if is_function(value) or isinstance(value, (type, property)):
                    if isinstance(value, property) or self._is_of(value, module):
                        self._collect(found, value, f"{name}.{key}", module, globs, seen)

    def _is_of(self, value, module):
        if module is None:
            return True
        if type(value).__name__ == "function":
            return vars(module) is value.__globals__
        if hasattr(value, "__objclass__"):
            return getattr(value.__objclass__, "__module__", None) == module.__name__
        return getattr(value, "__module__", None) == module.__name__


def matches(want, got, flags):
    """Whether an output is the wanted one."""
    if want == got:
        return True
    if not flags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
        return True
    if not flags & DONT_ACCEPT_BLANKLINE:
        want = "\n".join("" if line.strip() == BLANK else line for line in want.split("\n"))
        got = "\n".join("" if not line.strip() else line for line in got.split("\n"))
    if flags & NORMALIZE_WHITESPACE:
        want, got = " ".join(want.split()), " ".join(got.split())
    return want == got or bool(flags & ELLIPSIS) and fits(want, got)


def fits(want, got):
    """Whether the pieces between the wanted dots stand in the output, in their order."""
    if "..." not in want:
        return False
    first, *pieces, last = want.split("...")
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in pieces:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


def words_of(error):
    """The last lines of the error's traceback."""
    kind = type(error)
    name = kind.__qualname__
    if kind.__module__ not in ("__main__", "builtins"):
        name = f"{kind.__module__}.{name}"
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    lines = [f"{name}: {text}" if text else name]
    lines.extend(str(note) for note in getattr(error, "__notes__", None) or ())
    return "\n".join(lines) + "\n"


def without_detail(text):
    """The class's own name in the last line of a traceback."""
    return text.split("\n")[0].split(":")[0].rpartition(".")[2]


class Output:
    """Keeps what is printed."""
    encoding = "utf-8"

    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)

    def flush(self):
        pass

    def take(self):
        text, self.parts = "".join(self.parts), []
        return text + "\n" if text and not text.endswith("\n") else text


class DocTestRunner:
    """Runs the examples of one test; `problems` are those that did not print what they should."""

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self.optionflags, self.problems = optionflags, []

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        output, kept, hook = Output(), sys.stdout, sys.displayhook
        sys.stdout, sys.displayhook = output, sys.__displayhook__
        try:
            for example in test.examples:
                self._run(test, example, output)
        finally:
            sys.stdout, sys.displayhook = kept, hook
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins.__dict__.pop("_", None)

    def _run(self, test, example, output):
        flags = self.optionflags
        for flag, wanted in example.options.items():
            flags = flags | flag if wanted else flags & ~flag
        if flags & SKIP:
            return
        error = None
        try:
            exec(compile(example.source, f"<doctest {test.name}>", "single", 0, True), test.globs)
        except (KeyboardInterrupt, unittest.skips.Helper):
            raise
        except BaseException as caught:
            error = caught.with_traceback(None)
        got = output.take()
        if error is None:
            good = example.exc_msg is None and matches(example.want, got, flags)
        else:
            got += words_of(error)
            if example.exc_msg is None:
                good = False
            elif matches(example.exc_msg, words_of(error), flags):
                good = True
            else:
                good = bool(flags & IGNORE_EXCEPTION_DETAIL) and (
                    without_detail(example.exc_msg) == without_detail(words_of(error)))
        if not good:
            self.problems.append((example, got))


class DocTestCase(unittest.TestCase):
    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__("runTest")
        self._test, self._flags = test, optionflags
        self._set_up, self._tear_down = setUp, tearDown

    def setUp(self):
        if self._set_up is not None:
            self._set_up(self._test)

    def tearDown(self):
        if self._tear_down is not None:
            self._tear_down(self._test)

    def runTest(self):
        runner = DocTestRunner(optionflags=self._flags)
        runner.run(self._test)
        if runner.problems:
            example, got = runner.problems[0]
            self.fail(f"{len(runner.problems)} of {len(self._test.examples)} examples, first of line "
                      f"{example.lineno + 1}: {example.source!r} wanted {example.want!r} got {got!r}")

    def id(self):
        return "doctest:" + self._test.name


def calling_module():
    """The module that asks for its own examples."""
    frame = sys._getframe(2)
    return sys.modules[frame.f_globals["__name__"]]


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    if module is None:
        module = calling_module()
    elif isinstance(module, str):
        module = __import__(module, None, None, ["*"])
    tests = (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)
    return unittest.TestSuite(DocTestCase(test, **options) for test in tests if test.examples)


def DocFileSuite(*paths, module_relative=True, package=None, globs=None, parser=None, encoding="utf-8", **options):
    folder = calling_module().__file__.rpartition("/")[0] + "/" if module_relative else ""
    suite = unittest.TestSuite()
    for path in paths:
        suite.addTest(FileCase(folder + path, dict(globs or {}), parser or DocTestParser(), encoding, options))
    return suite


class FileCase(DocTestCase):
    """The examples of a text file, which is read when they run."""

    def __init__(self, path, globs, parser, encoding, options):
        super().__init__(None, **options)
        self._path, self._globs, self._parser, self._encoding = path, globs, parser, encoding

    def runTest(self):
        with open(self._path, encoding=self._encoding) as file:
            text = file.read()
        self._globs.setdefault("__name__", "__main__")
        self._test = self._parser.get_doctest(text, self._globs, self._path, self._path, 0)
        super().runTest()

    def id(self):
        return "doctest:" + self._path.rpartition("/")[2]


class TestResults(tuple):
    def __new__(cls, failed, attempted):
        return tuple.__new__(cls, (failed, attempted))

    failed = property(lambda self: self[0])
    attempted = property(lambda self: self[1])


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, **more):
    module = m if m is not None else sys.modules["__main__"]
    failed = attempted = 0
    for test in DocTestFinder().find(module, name, globs=globs):
        runner = DocTestRunner(optionflags=optionflags)
        attempted += len(test.examples)
        runner.run(test)
        failed += len(runner.problems)
    return TestResults(failed, attempted)
