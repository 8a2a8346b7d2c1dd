# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import re
b = bytearray(b'ab' * 1000)
def f(m):
    try: b.clear()
    except BufferError: print('held', end=' ')
    b2 = m.string
    return b'x'
try: re.sub(b'a', f, b)
except BufferError as e: print(e)
it = re.finditer(b'a', b)
next(it)
try: del b[:]
except BufferError as e: print(e)
for m in it: m.group(); m.expand(b'x')
