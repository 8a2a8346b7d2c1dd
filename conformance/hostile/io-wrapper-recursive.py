# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import io
class W(io.TextIOWrapper): pass
b = io.BytesIO()
w = io.TextIOWrapper(b)
try:
    x = w
    for i in range(3000): x = io.TextIOWrapper(io.BufferedWriter(x)) 
except Exception as e: print(type(e).__name__)
class S(io.StringIO):
    def write(self, t): print(t, file=self)
try: print('x', file=S())
except RecursionError: print('rec')
