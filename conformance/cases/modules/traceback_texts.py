# covers: The standard type hierarchy
# traceback: exceptions, groups, stacks and summaries as texts, and what linecache knows of this file.
import linecache, sys, traceback, types

def leaf(a, b):
    return (a +
            b / 0)

def middle(n):
    if n:
        return middle(n - 1)
    return leaf(1, 2)

def show(text):
    print(text if isinstance(text, str) else "".join(text), end="")

try:
    middle(6)
except ZeroDivisionError as e:
    caught = e
    show(traceback.format_exc())
    show(traceback.format_exc(limit=2))
    show(traceback.format_exc(limit=-2))
    traceback.print_exc(file=sys.stdout)
    show(traceback.format_tb(e.__traceback__, 1))
    show(traceback.format_exception(e))
    show(traceback.format_exception(type(e), e, e.__traceback__))
    show(traceback.format_exception_only(e))
    show(traceback.format_exception_only(type(e), e))
    traceback.print_tb(e.__traceback__, file=sys.stdout, limit=-1)
    traceback.print_exception(e, file=sys.stdout, limit=0)

entries = traceback.extract_tb(caught.__traceback__)
print(type(entries).__name__, len(entries), entries[0], entries[-1].line, entries[-1].lineno, entries[-1].end_lineno, entries[-1].colno, entries[-1].end_colno)
print(list(entries[-1]), len(entries[0]), entries[0][2], entries[0] == entries[0], entries[0] == tuple(entries[0]), entries[0] == 5, entries[1] == entries[2])
print([name for frame, line in traceback.walk_tb(caught.__traceback__) for name in [frame.f_code.co_name, line]])
s = traceback.FrameSummary("nowhere.py", 3, "f", line="  x = 1  ", locals={"a": 1, "b": "c"})
print(s.line, s.locals, s)
show(traceback.format_list([s, ("a.py", 1, "g", "text"), ("b.py", 2, "h", None)]))
show(traceback.StackSummary.from_list([("a.py", 1, "g", "t")] * 5).format())
traceback.print_list([("a.py", 1, "g", "t")], file=sys.stdout)

def here(limit=None):
    show(traceback.format_stack(limit=limit))
    traceback.print_stack(limit=1, file=sys.stdout)
    print([e.name for e in traceback.extract_stack()], [f.f_code.co_name for f, n in traceback.walk_stack(sys._getframe())])
    return traceback.StackSummary.extract(traceback.walk_stack(None))

print([e.name for e in here()])
here(-1)

def chained(how):
    try:
        {}["k"]
    except KeyError as e:
        if how == "from":
            raise ValueError("two") from e
        if how == "none":
            raise ValueError("three") from None
        raise ValueError("one\nmore")

for how in "context", "from", "none":
    try:
        chained(how)
    except ValueError as e:
        show(traceback.format_exc())
        show(traceback.format_exception(e, chain=False))
        t = traceback.TracebackException.from_exception(e, compact=True)
        print(str(t), t.exc_type_str, t.__cause__ and str(t.__cause__), t.__context__ and str(t.__context__), t.__suppress_context__, t == traceback.TracebackException.from_exception(e, compact=True), len(t.stack))

class Odd(Exception):
    def __str__(self): raise RuntimeError
class Inner:
    class Error(Exception): pass
for e in [Odd(), Inner.Error(), Inner.Error("x"), KeyError("k"), Exception("a\nb"), SystemExit(3), StopIteration()]:
    show(traceback.format_exception_only(e))
e = ValueError("noted"); e.add_note("first\nsecond"); e.add_note("third"); show(traceback.format_exception(e)); show(traceback.format_exception_only(e))
e.__notes__ = 5; show(traceback.format_exception_only(e)); e.__notes__ = [1, Odd()]; show(traceback.format_exception_only(e)); e.__notes__ = "abc"; show(traceback.format_exception_only(e))
print(traceback.format_exception(None), repr(traceback.format_exc()), traceback.format_exception_only(None), traceback.format_exception_only(ValueError, ValueError("v")))
for call in (lambda: traceback.format_exception(5), lambda: traceback.format_exception(e, e), lambda: traceback.print_last(), lambda: traceback.StackSummary.from_list([1])):
    try: call()
    except Exception as error: print(type(error).__name__, error)

def raiser(e):
    raise e
def group(depth):
    found = []
    for e in [ValueError(depth), TypeError("t")]:
        try: raiser(e)
        except Exception as error: found.append(error)
    if depth: found.append(group(depth - 1))
    try: raise ExceptionGroup(f"level {depth}", found)
    except ExceptionGroup as e: return e
g = group(2)
show(traceback.format_exception(g))
show(traceback.format_exception_only(g, show_group=True))
show(traceback.format_exception(ExceptionGroup("wide", [ValueError(i) for i in range(18)])))
show(traceback.TracebackException.from_exception(ExceptionGroup("wide", [ValueError(i) for i in range(4)]), max_group_width=2).format())
show(traceback.TracebackException.from_exception(g, max_group_depth=1).format())
for text in ["x = = 1", "f(1, 2", "def f():\nreturn", "  a", "'abc", "a b", "\tif x:\n\t pass", "print 5"]:
    try: compile(text, "<text>", "exec")
    except SyntaxError as e: show(traceback.format_exception_only(e))
for args in [("m", ("f", 1, 2, "abc")), ("m", ("f", 1, 2, "abc", 1, 3)), ("m", ("f", None, None, None)), ("m",), ("m", (None, 3, 1, "  xyz\n", 3, 0)), ("m", ("f", 1, 99, "abc\n", 2, 4)), ("m", ("f", 1, 0, "abc"))]:
    show(traceback.format_exception_only(SyntaxError(*args)))

def suggestions():
    value = 1
    for program in (lambda: valu, lambda: [].apend, lambda: sys.exitt):
        try: program()
        except (NameError, AttributeError) as e: show(traceback.format_exc().splitlines(keepends=True)[-1:])
    try: itertools
    except NameError as e: show(traceback.format_exception_only(e))
suggestions()

def with_locals(a, b):
    c = [a, b]
    raise ValueError
try: with_locals(1, Odd)
except ValueError as e:
    t = traceback.TracebackException.from_exception(e, capture_locals=True)
    print(t.stack[-1].locals); t.stack.pop(0); show(t.format())
    traceback.clear_frames(e.__traceback__); print(e.__traceback__.tb_next.tb_frame.f_locals)
class Quiet(traceback.StackSummary):
    def format_frame_summary(self, frame_summary, **kwargs):
        return None if frame_summary.name == "middle" else super().format_frame_summary(frame_summary, **kwargs)
show(Quiet.extract(traceback.walk_tb(caught.__traceback__)).format())
print(repr(linecache.getline(__file__, 1)), repr(linecache.getline(__file__, 0)), repr(linecache.getline("nofile", 1)), linecache.getlines("nofile"), len(linecache.getlines(__file__)) > 100)
linecache.checkcache(); linecache.clearcache(); print(linecache.cache, linecache.lazycache("x", {}), linecache.lazycache("<x>", {"__name__": "x"}))
class Loader:
    def get_source(self, name): return f"def {name}():\n    return 1 + None"
print(linecache.lazycache("made.py", {"__name__": "n", "__loader__": Loader()}), linecache.getlines("made.py"), repr(linecache.getline("made.py", 2)))
code = compile("def f():\n    return 1 + None\n", "made.py", "exec"); ns = {}; exec(code, ns)
try: ns["f"]()
except TypeError: show(traceback.format_exc().splitlines(keepends=True)[3:])
def ünï(x): return x.ä + [1][5]
try: ünï(types.SimpleNamespace(ä=1))
except IndexError: show(traceback.format_exc())
