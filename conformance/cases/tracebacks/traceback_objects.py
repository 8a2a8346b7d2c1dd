# covers: The standard type hierarchy
# traceback: summaries, frames by hand, limits, chains, groups, notes, what cannot be shown, recursion.
import traceback as tb, sys, io
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
def clean(text): return text.replace(__file__, "FILE")
def a(n): return b(n)
def b(n): return 1 / n
def caught(f, *args):
    try: f(*args)
    except BaseException as e: return e
e = caught(a, 0)
for limit in (None, 0, 1, -1, 2, -2, 99): print(limit, [f.name for f in tb.extract_tb(e.__traceback__, limit)])
s = tb.StackSummary.extract(tb.walk_tb(e.__traceback__), capture_locals=True)
print([(f.name, f.line, f.locals) for f in s][1:], clean(s.format()[-1]), s[-1] == s[-1], s[-1][1:3], len(s[-1]), clean(repr(s[-1])).split(",")[0])
x = tb.TracebackException.from_exception(e)
print(x.exc_type_str if hasattr(x, "exc_type_str") else x.exc_type.__name__, list(x.format_exception_only()), x == tb.TracebackException.from_exception(e), x == 5, str(x)); print(clean("".join(x.format())))
hand = tb.FrameSummary("f.py", 3, "name", line="  the line  ", locals={"v": 1})
print(hand.line, hand.lineno, tuple(hand), hand == ("f.py", 3, "name", "the line"), tb.FrameSummary("f.py", 1, "n", lookup_line=False).line == "")
lst = tb.StackSummary.from_list([("a.py", 1, "f", "x = 1"), hand, ("b.py", 2, "g", None)])
print("".join(lst.format()), end=""); print(tb.format_list([("a.py", 1, "f", "x")])); tr(tb.StackSummary.from_list, [(1, 2)]); tr(tb.format_list, 5)
def chained():
    try: a(0)
    except ZeroDivisionError as err:
        try: {}["k"]
        except KeyError: raise ValueError("last") from err
def hidden():
    try: a(0)
    except ZeroDivisionError: raise ValueError("alone") from None
for f in (chained, hidden): print(clean("".join(tb.format_exception(caught(f))))); print(clean("".join(tb.format_exception(caught(f), chain=False))).splitlines()[-1])
n = ValueError("with notes"); n.add_note("one"); n.add_note("two\nlines"); print(tb.format_exception_only(n)); n.__notes__ = 5; print(tb.format_exception_only(n)); n.__notes__ = [1, "ok"]; print(tb.format_exception_only(n))
g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("inner", [TypeError("t"), KeyError("k")]), OSError(2, "no")])
print("".join(tb.format_exception(g))); print(tb.format_exception_only(g), tb.format_exception_only(g, show_group=True)); print("".join(tb.TracebackException.from_exception(ExceptionGroup("w", [ValueError(i) for i in range(20)]), max_group_width=2, max_group_depth=1).format()))
class Bad(Exception):
    def __str__(self): raise RuntimeError("str fails")
class Odd(Exception):
    __module__ = 5
class Nested(Exception):
    class Inner(Exception): pass
for v in (Bad(), Odd("m"), Nested.Inner("x"), ValueError(), ValueError("a\nb"), SyntaxError("msg", ("f", 3, 5, "  text here", 3, 9)), SyntaxError("m", ("f", 1, 1, "x" * 5)), SyntaxError("only"), SystemExit(3), KeyError("k"), OSError(2, "No such", "name"), None):
    tr(lambda: tb.format_exception_only(type(v), v)); tr(lambda: tb.format_exception_only(v) if v else tb.format_exception(None, None, None))
def deep(k): return deep(k - 1) if k else 1 / 0
print(clean("".join(tb.format_exception(caught(deep, 20)))))
out = io.StringIO(); tb.print_exception(e, limit=1, file=out); tb.print_tb(e.__traceback__, file=out); tb.print_list(lst[:1], file=out); print(clean(out.getvalue()))
try: a(0)
except ZeroDivisionError: print(clean(tb.format_exc(limit=0)), clean(tb.format_exc().splitlines()[-1]))
print([f.name for f in tb.extract_stack(limit=1)], tb.format_exc() == "NoneType: None\n", sum(1 for _ in tb.walk_stack(sys._getframe()))); tb.clear_frames(e.__traceback__)
for args in ((), (5,), (ValueError, 5), (ValueError, ValueError("x")), (None,)): tr(tb.format_exception, *args)
for src in ("foo.bra", "undefined_nam", "import sys; sys.exc_inf", "[].appendd"):
    print(tb.format_exception_only(caught(lambda: exec(src, {"foo": type("F", (), {"bar": 1}), "undefined_name": 1})))[-1], end="")
