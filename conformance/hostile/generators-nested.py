# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
def g(n):
    if n: yield from g(n-1)
    yield n
try: print(sum(g(900)))
except RecursionError: print('rec')
def h():
    x=iter([1])
    def w(x):
        yield from x
    for i in range(100000): x=w(x)
    try: next(x)
    except RecursionError: print('rec')
    del x
h()
