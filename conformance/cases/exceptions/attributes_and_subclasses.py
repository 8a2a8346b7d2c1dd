# covers: Basic customization; The standard type hierarchy; __new__; __init__
# What each exception class keeps of its arguments.
def show(e):
    print(type(e).__name__, "|", e, "|", repr(e), "|", e.args)
for e in (Exception(), Exception(1), Exception("a", 2), KeyError("k"), KeyError(1, 2), KeyError(), IndexError("i"), StopIteration(5), StopIteration(), SystemExit(3), SystemExit(), OSError(2, "msg"), OSError(2, "msg", "file"), OSError(2, "msg", "file", 0, "file2"), OSError("only"), OSError(1, 2, 3, 4, 5, 6), OSError(13, "perm"), OSError(9999, "odd"), NameError("n", name="x"), AttributeError("a", name="n", obj=5), ImportError("i", name="m", path="p"), ModuleNotFoundError("m"), UnicodeDecodeError("utf-8", b"ab", 0, 1, "r"), UnicodeEncodeError("utf-8", "ab", 0, 2, "r"), UnicodeTranslateError("ab", 0, 1, "r"), SyntaxError("s"), SyntaxError("s", ("f", 1, 2, "text")), AssertionError([1]), NotImplementedError("n"), ZeroDivisionError(), MemoryError(), RecursionError("r"), GeneratorExit(), KeyboardInterrupt(), UserWarning("w"), StopAsyncIteration("v"), ExceptionGroup("g", [ValueError(1)]), BaseException("b")):
    show(e)
print(StopIteration(5, 6).value, SystemExit(1, 2).code, OSError(2, "m", "f").filename, OSError(2, "m").errno, OSError(2, "m").strerror, NameError("n", name="x").name, ImportError("m", name="n").name, AttributeError(obj=1).obj)
print([type(OSError(n, "")).__name__ for n in (1, 2, 3, 4, 9, 10, 11, 13, 17, 20, 21, 32, 39, 104, 110, 111)])
for f in (lambda: Exception(x=1), lambda: UnicodeDecodeError("a"), lambda: UnicodeDecodeError(1, 2, 3, 4, 5), lambda: ImportError(nope=1), lambda: NameError(nope=1), lambda: KeyError(k=1), lambda: ExceptionGroup("g", []), lambda: ExceptionGroup("g", 5), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("g", [1]), lambda: ExceptionGroup("g", [KeyboardInterrupt()]), lambda: type(BaseExceptionGroup("g", [ValueError()])), lambda: Exception().add_note(5), lambda: setattr(Exception(), "args", 5), lambda: setattr(Exception(), "__context__", 5), lambda: setattr(Exception(), "__cause__", 5), lambda: delattr(Exception(), "args"), lambda: delattr(Exception(), "__cause__"), lambda: Exception().with_traceback(5), lambda: SyntaxError("m", (1,)), lambda: Exception.__new__(), lambda: BaseException.__new__(int)):
    try:
        print(f())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
e = Exception("a")
e.args = [1, 2]
e.extra = 5
print(e, repr(e), e.args, vars(e), e == Exception(1, 2), hash(e) == hash(e), e.__suppress_context__, e.__cause__, e.__context__, e.__traceback__)
e.__cause__ = ValueError()
print(e.__suppress_context__)
class Custom(ValueError):
    def __init__(self, code, *, detail=None):
        self.code, self.detail = code, detail
class WithSuper(Exception):
    def __init__(self, a, b):
        super().__init__(f"{a} and {b}")
class Str(Exception):
    def __str__(self):
        return "custom str"
class NoInit(OSError):
    def __init__(self, *args): pass
for e in (Custom(5, detail="d"), WithSuper(1, 2), Str("a"), NoInit(2, "m")):
    show(e)
g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("sub", [TypeError(2), ValueError(3)])])
print(g.message, g.exceptions, g.subgroup(ValueError), g.split(TypeError), g.subgroup(lambda e: False), g.derive([KeyError(1)]), g.split((ValueError, TypeError))[1])
