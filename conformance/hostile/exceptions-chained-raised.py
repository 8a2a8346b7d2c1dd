# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
def f(n):
    e=None
    for i in range(n):
        try:
            try: raise KeyError(i)
            finally: raise ValueError from e
        except Exception as x: e=x
    return e
e=f(30000)
del e
