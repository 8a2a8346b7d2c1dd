# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
def f(n):
    if n: f(n-1)
    else: raise ValueError('x'*10000000)
try: f(500)
except ValueError as e:
    for i in range(3):
        x=e.with_traceback(e.__traceback__)
    e.add_note('n'*10000000)
    e.__cause__=ValueError('y'*10000000)
    raise
