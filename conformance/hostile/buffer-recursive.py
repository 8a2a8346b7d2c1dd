# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
class B:
    def __buffer__(self, f): return memoryview(self)
for f in (memoryview, bytes, bytearray, lambda b: b''.join([b]), lambda b: b'x' + b, lambda b: b == b''):
    try: f(B())
    except (RecursionError, TypeError) as e: print(type(e).__name__)
b = bytearray(b'x' * 100)
class C:
    def __buffer__(self, f): b.clear(); return memoryview(b)
    def __release_buffer__(self, v): b.extend(b'y' * 100)
try: b.extend(C()); b += C(); b[0:1] = C(); b.join([C(), C()])
except Exception as e: print(type(e).__name__)
m = memoryview(b'x' * 1000)
for i in range(100000): m = m[:]
m = memoryview(bytes(64))
for s in ([2] * 6, [2] * 64, [1] * 70):
    try: m.cast('b', s).tolist()
    except (ValueError, TypeError, RecursionError) as e: print(type(e).__name__)
