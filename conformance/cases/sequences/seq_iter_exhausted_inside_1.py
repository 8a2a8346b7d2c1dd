# covers: Emulating container types
calls = 0
def f():
    global calls
    calls += 1
    if calls > 1: return 10
    list(it)
    return 0
it = iter(f, 10)
try: print(next(it))
except StopIteration: print('StopIteration')
