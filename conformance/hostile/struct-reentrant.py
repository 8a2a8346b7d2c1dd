# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import struct
b = bytearray(1000)
class I:
    def __index__(self): b.clear(); return 1
try: struct.pack_into('10i', b, 0, *[I()] * 10)
except (BufferError, struct.error) as e: print(type(e).__name__)
it = struct.iter_unpack('i', b)
next(it)
try: b.clear()
except BufferError as e: print('held')
for x in it: pass
s = struct.Struct('i')
class J:
    def __index__(self):
        s.__init__('1000s'); return 2
try: print(s.pack(J()))
except Exception as e: print(type(e).__name__)
class B:
    def __bool__(self): return bool(self)
try: struct.pack('?', B())
except RecursionError: print('rec')
