# covers: Coroutine Objects; Objects, values and types; code.co_consts; frame.f_trace; frame.f_trace_lines; frame.f_trace_opcodes; frame.clear; coroutine.throw
# Frames of suspended generators, what trace attributes hold, constants, contexts of thrown exceptions.
import sys
def numbers():
    yield 1
    yield 2
gen = numbers()
print(gen.gi_frame.f_trace, gen.gi_frame.f_trace_lines, gen.gi_frame.f_trace_opcodes)
next(gen)
try: gen.gi_frame.clear()
except RuntimeError as e: print(e)
frame = gen.gi_frame
print(list(gen))
frame.clear()
print('cleared')
f = sys._getframe()
f.f_trace = print
print(f.f_trace is print)
f.f_trace = None
f.f_trace_lines = False
print(f.f_trace_lines)
f.f_trace_lines = True
try: f.f_trace_lines = 1
except TypeError as e: print(e)
def doc():
    "text"
    return 3
def nodoc(): return 3
print(doc.__code__.co_consts[:2], nodoc.__code__.co_consts, (lambda: 5).__code__.co_consts)
class Q:
    def __aiter__(self): return 5
try: aiter(Q())
except TypeError as e: print(e)
for g, name in ((gen, 'gi_code'),):
    try: setattr(g, name, 1)
    except AttributeError as e: print(e)
def sub():
    try: raise Exception(1)
    except Exception: yield
def outer():
    try: raise Exception(0)
    except Exception: yield from sub()
gen = outer()
next(gen)
try: gen.throw(Exception('thrown'))
except Exception as err: print(repr(err.__context__))
def f2():
    import sys
    global sys
    return 'sys' in globals()
print(f2())
def f3(*args: *tuple[int, str]): pass
print(f3.__annotations__)
