# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
class A:
    def __del__(self): raise ValueError('x'*1000)
import sys
sys.stderr=None
for i in range(20000): A()
