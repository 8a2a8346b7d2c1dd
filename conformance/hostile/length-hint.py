# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
class H:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): return 2**62
for f in (list, tuple, bytes, bytearray, set, sorted):
    try: f(H())
    except (MemoryError, OverflowError) as e: print(type(e).__name__)
x = []
try: x.extend(H())
except (MemoryError, OverflowError) as e: print(type(e).__name__)
class L:
    def __len__(self): return 2**62
    def __getitem__(self, i): raise IndexError
for f in (list, tuple, bytes, reversed, lambda x: list(reversed(x))):
    try: f(L())
    except (MemoryError, OverflowError, TypeError) as e: print(type(e).__name__)
