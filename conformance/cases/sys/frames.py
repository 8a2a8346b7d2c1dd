# covers: The standard type hierarchy; code.co_name; frame.f_back; frame.f_code; frame.f_globals; frame.f_locals; frame.f_builtins; frame.f_lineno; traceback.tb_frame; traceback.tb_next
# sys._getframe: who calls whom, at which line, with which locals; frames of generators, tracebacks and ended calls.
import sys
def f(a, b=2):
    c = a + b
    fr = sys._getframe()
    g(fr)
    d = 1
    print(sorted(fr.f_locals))
    return fr
def g(outer):
    me = sys._getframe()
    print(me.f_back is outer, me is sys._getframe(0), me.f_back.f_lineno, me.f_lineno, outer.f_locals['c'])
    print(me.f_lineno)
    print(me.f_back.f_back.f_code.co_name, me.f_back.f_back.f_back, sys._getframe(2).f_code.co_name)
    try:
        sys._getframe(3)
    except ValueError as e: print(e)
fr = f(1)
print(fr.f_lineno, fr.f_back.f_code.co_name, fr.f_code.co_name, fr.f_globals is globals(), fr.f_builtins["len"])
print(fr.f_back is sys._getframe())
class C:
    x = 1
    print(sorted(k for k in sys._getframe().f_locals if not k.startswith('__')))
    print(sys._getframe().f_code.co_name, sys._getframe().f_back.f_code.co_name)
def gen():
    x = 1
    fr = sys._getframe()
    print(fr.f_back.f_code.co_name)
    yield fr
    y = 2
    yield
    print(fr.f_lineno)
g = gen()
print(g.gi_frame is g.gi_frame, g.gi_frame.f_lineno, g.gi_frame.f_globals is globals())
fg = next(g)
print(fg is g.gi_frame, fg.f_back, fg.f_lineno, list(g.gi_frame.f_locals))
def driver():
    next(g)
driver()
print(g.gi_frame.f_lineno, sorted(g.gi_frame.f_locals))
print(list(g), g.gi_frame)
class Op:
    def __add__(self, o):
        return sys._getframe(1).f_lineno
    def __getattr__(self, n):
        return sys._getframe(1).f_lineno
    def __iter__(self):
        print(sys._getframe(1).f_lineno)
        return iter([1])
    def __len__(self):
        return sys._getframe(1).f_lineno
o = Op()
print(
    o +
    1,
    o
    .foo,
    len(
        o),
    [*
     o])
for x in o: pass
try:
    def boom():
        def inner():
            1/0
        inner()
    boom()
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(tb.tb_frame is sys._getframe(), tb.tb_next.tb_frame.f_back is tb.tb_frame, tb.tb_next.tb_next.tb_frame.f_back.f_code.co_name)
    print(tb.tb_next.tb_next.tb_frame.f_lineno, tb.tb_lineno)
try:
    sys._getframe().clear()
except RuntimeError as e: print(e)
print(sys._getframemodulename(), sys._getframemodulename(50))
print(repr(sys._getframe())[:10], type(sys._getframe()).__name__)
print([n for n in dir(sys._getframe()) if n.startswith("f_")])
l = lambda: sys._getframe().f_back.f_lineno
print(list(map(lambda x: l(), [1])))
print(sorted([3,1,2], key=lambda x: sys._getframe(1).f_lineno))
def locs():
    a = 1
    f = sys._getframe()
    d = f.f_locals
    b = 2
    return sorted(f.f_locals), f
print(locs()[0])
print(sorted(locs()[1].f_locals))
