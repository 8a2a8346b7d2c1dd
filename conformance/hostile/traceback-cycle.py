# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import sys, traceback
try: 1/0
except ZeroDivisionError as e: t = e.__traceback__
try: t.tb_next = t
except ValueError as e: print(type(e).__name__)
import types
x = t
for i in range(10000): x = types.TracebackType(x, t.tb_frame, 0, 1)
e = ValueError().with_traceback(x)
traceback.format_exception(e)
a, b = ValueError('a'), ValueError('b')
a.__cause__ = b; b.__cause__ = a; a.__context__ = a
print(len(traceback.format_exception(a)))
raise e
