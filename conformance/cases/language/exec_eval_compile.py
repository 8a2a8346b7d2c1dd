# covers: Objects, values and types; code.co_filename
# exec, eval and compile with namespaces, modes and levels of optimization, and what they refuse.
g={}
exec("a=1\ndef f(): return a+1\nb=f()", g); print(g['b'], '__builtins__' in g)
l={}
exec("x=5; y=[x for _ in range(2)]; z=(lambda: 1)()", {}, l); print(l['y'], sorted(l))
def t(q):
    r=eval("q*2")
    exec("q=99; w=1")
    return r,q, eval("locals()") is not None
print(t(4))
try: eval("x = 1")
except SyntaxError as e: print(e.msg, e.lineno, e.offset)
try: eval("1 1")
except SyntaxError as e: print(e.msg, e.lineno, e.offset)
c=compile("1+2","<f>","eval"); print(eval(c), c.co_filename, c.co_name)
exec(compile("3*3\nNone\n","<f>","single") if 0 else compile("3*3","<f>","single"))
exec(compile("if 1:\n  'x'\n","<f>","single"))
for a in [("",'x','bad'),("a",'x','exec',1)]:
    try: compile(*a)
    except ValueError as e: print(e)
for f in (lambda: exec(5), lambda: eval(5), lambda: compile(5,'','exec'), lambda: exec("1",5), lambda: eval("1",5), lambda: exec("1",{},5),lambda: eval("1",{},5), lambda: eval("\0")):
    try: print(f())
    except (TypeError, SyntaxError) as e: print(type(e).__name__, e)
class M(dict):
    def __missing__(s,k): return 'm'+k
print(eval("zz+abc", {}, M()))
print(eval("  \t 1+1"), eval(b"2+3"), eval(bytearray(b"4")))
class K:
    v=3
    exec("u=v+1")
    print(u, eval("v"))
try: exec("raise ValueError('in')")
except ValueError as e: print(e.__traceback__.tb_next.tb_frame.f_code.co_filename, e.__traceback__.tb_next.tb_lineno)
def h(x):
    def i(): return x
    return i
try: exec(h(1).__code__)
except TypeError as e: print(e)
try: eval(h(1).__code__)
except TypeError as e: print(e)
exec("print(len('abc'))", {'__builtins__': {'len': lambda x: 'mylen', 'print': print}})
try: exec("assert 0, 'no'")
except AssertionError as e: print('AE', e)
exec(compile("assert 0\nprint(__debug__)","f","exec",optimize=1))
x=10
print(eval("[x for i in range(2) if x]"), eval("(lambda: x)()"))
def gen():
    y=7
    yield eval("y")
print(list(gen()))
print(eval("y", {'y':1}), eval("y+z", {'y':1}, {'z':2}))
import sys
exec("def ff():\n  return __name__\nprint(ff(), ff.__module__)", {'__name__':'nn'})
print(exec.__doc__ is not None, eval.__name__)
