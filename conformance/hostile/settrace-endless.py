# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import sys
n = 0
def t(f, e, a):
    global n
    n += 1
    f.f_locals['x%d' % n] = n
    f.f_trace_opcodes = True
    f.f_trace_lines = not f.f_trace_lines
    return t
def g():
    while 1:
        x = 1
sys.settrace(t)
g()
