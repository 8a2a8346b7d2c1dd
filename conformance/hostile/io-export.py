# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import io
b = io.BytesIO(b'x' * 1000)
v = b.getbuffer()
for work in (lambda: b.write(b'y' * 10000), lambda: b.truncate(0), b.close, lambda: b.__init__(b'')):
    try: work()
    except (BufferError, ValueError) as e: print(type(e).__name__)
del v
b.write(b'z' * 100)
