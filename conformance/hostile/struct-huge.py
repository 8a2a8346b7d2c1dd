# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import struct
for f in ('1000000000s', '999999999999x', 'i' * 1000000, '9' * 1000 + 'i', '99999999999999999999s', '1000000000p', '4611686018427387904i', '0s' * 100000):
    for work in (struct.calcsize, lambda f: struct.pack(f, b''), lambda f: struct.unpack(f, b'x' * 10), lambda f: struct.Struct(f)):
        try: work(f)
        except (struct.error, MemoryError, OverflowError) as e: print(type(e).__name__)
