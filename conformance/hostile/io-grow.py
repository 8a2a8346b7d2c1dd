# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import io
s = io.StringIO()
try:
    while 1: s.write('x' * 1000000)
except MemoryError: s.close(); print('me')
b = io.BytesIO()
try:
    while 1: b.write(b'x' * 1000000)
except MemoryError: b = None; print('me')
