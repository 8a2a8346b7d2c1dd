# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import contextlib
with contextlib.ExitStack() as s:
    for i in range(5000): s.callback(lambda: None)
@contextlib.contextmanager
def c(n):
    if n:
        with c(n - 1): yield
    else: yield
try:
    with c(3000): pass
except RecursionError: print('rec')
s = contextlib.ExitStack()
try:
    with s:
        s.push(s); s.enter_context(s)
        s.callback(s.close)
except (RecursionError, TypeError) as e: print(type(e).__name__)
