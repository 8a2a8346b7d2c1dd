# covers: The standard type hierarchy
# Profile functions, local trace functions, tracers that raise, f_trace, f_trace_lines and writes to f_locals of a traced frame.
import sys
out = []
def prof(frame, event, arg):
    if event.startswith('c_'): arg = getattr(arg, '__name__', arg)
    out.append((frame.f_code.co_name, event, arg if not callable(arg) else 'callable'))
def h(): return 1
def f():
    h(); len('a')
    [].append(1)
    try: int('x')
    except ValueError: pass
    sorted([2, 1], key=lambda v: v)
    class K:
        def __init__(self): self.a = 1
    K()
    sum(x for x in [1])
    'a'.upper()
    str(5)
    abs(-1)
    return max(1, 2)
sys.setprofile(prof)
f()
sys.setprofile(None)
for o in out: print(o)
print(sys.getprofile(), sys.gettrace())
# local tracer returned, None disables
def t1(frame, event, arg):
    print('global', frame.f_code.co_name, event)
    if frame.f_code.co_name == 'no': return None
    def local(frame, event, arg):
        print('local', event, frame.f_lineno - frame.f_code.co_firstlineno)
        if frame.f_code.co_name == 'once': return None
        return local
    return local
def no():
    x = 1
def once():
    x = 1
    y = 2
def yes():
    x = 1
    no()
    once()
    return 5
sys.settrace(t1); yes(); sys.settrace(None)
# raising tracer
def bad(frame, event, arg):
    raise RuntimeError('in tracer')
sys.settrace(bad)
try: yes()
except RuntimeError as e: print(e, sys.gettrace())
def bad2(frame, event, arg):
    if event == 'line': raise RuntimeError('in line')
    return bad2
sys.settrace(bad2)
try: yes()
except RuntimeError as e: print(e, sys.gettrace(), e.__traceback__.tb_next.tb_lineno - yes.__code__.co_firstlineno)
# f_trace on running frame
def cur():
    f = sys._getframe()
    f.f_trace = lambda fr, ev, a: print('cur', ev, fr.f_lineno - fr.f_code.co_firstlineno)
    sys.settrace(lambda *a: None)
    x = 1
    y = 2
    sys.settrace(None)
    z = 3
cur()
def lines_off():
    def t(fr, ev, a):
        print(ev); fr.f_trace_lines = False; return t
    def g():
        x = 1
        return x
    sys.settrace(t); g(); sys.settrace(None)
lines_off()
def loc(fr, ev, a):
    if fr.f_code.co_name == 'locals_': print(ev, dict(fr.f_locals))
    if ev == 'line' and 'x' in fr.f_locals: fr.f_locals['x'] = 99
    return loc
def locals_(p):
    x = p + 1
    y = x
    return y
sys.settrace(loc); r = locals_(1); sys.settrace(None); print(r)
try: sys.settrace()
except TypeError as e: print(e)
sys.settrace(print); print(sys.gettrace()); sys.settrace(None)
def tt(fr, ev, arg):
    print(ev, fr.f_code.co_name); return tt
sys.settrace(tt)
class A:
    y = 1
    def m(self): return 1
A().m()
exec('a = 1\nb = 2')
eval('1 + 1')
sys.settrace(None)
async def co():
    return 5
async def main():
    x = await co()
    async for v in ag(): v
    return x
async def ag():
    yield 1
sys.settrace(tt)
try: main().send(None)
except StopIteration as e: print(e.value)
sys.settrace(None)
