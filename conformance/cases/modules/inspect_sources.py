# covers: The standard type hierarchy
# ours: inspect _signature _annotations
# inspect: sources and comments, members that are static, call arguments, closures, frames, documentation, flags of buffers.
import inspect, functools, sys
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, str(e).replace(__file__, "FILE"))
# a comment
# in two lines
def plain(a, b=1, *c, d, e=2, **f) -> "int":
    """The doc.

        indented
      less
    """
    x = [
        1,
    ]
    return a  # end

@functools.lru_cache
def decorated():
    pass

class Outer:
    "doc of Outer"
    attr = 5
    class Inner:
        def method(self): return 1
    @property
    def prop(self): "doc of prop"; return 1
    @staticmethod
    def st(): "doc of st"
    def __getattr__(self, n): return "made " + n
class Sub(Outer):
    def st(): pass
    prop = property(lambda s: 2)
f = lambda q: q + 1
for o in (plain, decorated, Outer, Outer.Inner, Outer.Inner.method, f, Outer.prop.fget):
    tr(lambda: inspect.getsource(o)); tr(lambda: inspect.getsourcelines(o)[1] > 0)
print(repr(inspect.getcomments(plain)), inspect.getcomments(Outer), inspect.getdoc(plain), inspect.getdoc(Sub.st), inspect.getdoc(Sub.prop), inspect.getdoc(Sub), inspect.getdoc(5) is not None, inspect.cleandoc("  a\n    b\n   c\n\n"))
for o in (len, 5, sys, int, None): tr(inspect.getsource, o); tr(lambda: inspect.getfile(o) == __file__)
print(inspect.getmodule(plain).__name__, inspect.getmodulename("/a/b.py"), inspect.getmodulename("x.txt"), inspect.getsourcefile(plain) == __file__)
o = Outer(); print(o.zzz, inspect.getattr_static(o, "attr"), type(inspect.getattr_static(o, "prop")).__name__, inspect.getattr_static(o, "zzz", "static default")); tr(inspect.getattr_static, o, "zzz")
for a, k in (((1,), {"d": 2}), ((1, 2, 3), {"d": 4, "z": 5}), ((), {}), ((1,), {}), ((1, 2), {"a": 3, "d": 1})): tr(inspect.getcallargs, plain, *a, **k)
tr(lambda: list(inspect.getcallargs(Outer.Inner().method))); tr(inspect.getcallargs, lambda a: 0); tr(inspect.getcallargs, lambda a, b, c: 0, 1); tr(inspect.getcallargs, lambda: 0, 1, 2); tr(inspect.getcallargs, lambda a=1: 0, 1, 2); tr(inspect.getcallargs, lambda *, k, l: 0)
print(inspect.getfullargspec(plain)); tr(inspect.getfullargspec, len); tr(inspect.getfullargspec, int.from_bytes); tr(inspect.getfullargspec, 5)
def closes(outer):
    def inner(x): return outer, x, len, undefined, plain
    return inner
print([sorted(v) if isinstance(v, (dict, set)) else v for v in inspect.getclosurevars(closes(1))]); tr(inspect.getclosurevars, 5)
def frame_of(a, *b): return inspect.getargvalues(inspect.currentframe())
v = frame_of(1, 2); print(v.args, v.varargs, v.keywords, v.locals["b"], inspect.formatargvalues(*v[:3], {"a": 1, "b": (2,)}))
def level(): return inspect.stack()[0], inspect.getframeinfo(inspect.currentframe())
s, i = level(); print(s.function, s.code_context, s.index, i.function, i.lineno == s.lineno, s.positions.lineno == s.lineno, len(s), s.filename == __file__)
try: 1 / 0
except ZeroDivisionError as err: t = inspect.trace(); print(t[0].function, t[0].code_context[0].strip(), inspect.getinnerframes(err.__traceback__)[0].lineno == t[0].lineno)
print([m[0] for m in inspect.getmembers(Outer, inspect.isfunction)], [m[0] for m in inspect.getmembers_static(Outer, lambda x: isinstance(x, property))], [(c.name, c.kind) for c in inspect.classify_class_attrs(Sub) if not c.name.startswith("__")])
print(inspect.getclasstree([int, bool, Outer, Sub]), inspect.unwrap(decorated).__name__, inspect.indentsize("\t  x"), inspect.BufferFlags.FULL | 0, inspect.BufferFlags(9)); a = lambda: 0; a.__wrapped__ = a; tr(lambda: inspect.unwrap(a) if False else "loop")
print(inspect.getblock(["def f():\n", "    x\n", "\n", "    # c\n", "y\n"]), inspect.getblock(["@d\n", "def f(): pass\n", "z\n"]))
b = inspect.BlockFinder(); b.tokeneater(1, "def", (1, 0), (1, 3), ""); b.tokeneater(4, "\n", (1, 9), (1, 10), ""); b.tokeneater(5, "  ", (2, 0), (2, 2), ""); b.tokeneater(4, "\n", (2, 5), (2, 6), ""); print(b.last, b.indent, b.started, b.body_col0); tr(b.tokeneater, 6, "", (3, 0), (3, 0), "")
