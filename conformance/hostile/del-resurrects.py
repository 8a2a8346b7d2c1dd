# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import gc
L=[]
class R:
    def __del__(self): L.append(self)
for i in range(1000): R()
L.clear()
class Q:
    def __del__(self):
        Q()
Q()
