# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import io
for s, x in ((io.StringIO(), 'x'), (io.BytesIO(), b'x')):
    for n in (10**12, 10**9, 2**62, 2**64):
        try: s.seek(n); s.write(x)
        except (MemoryError, OverflowError, ValueError) as e: print(type(e).__name__)
        try: s.truncate(n)
        except (MemoryError, OverflowError, ValueError) as e: print(type(e).__name__)
        s.seek(0); s.truncate()
