# limits: --max-memory 64M --max-ticks 20000000 ; expect: within 5 s of CPU, RSS < 160 MB, exit 0..3, no abort
import gc
def f(phase, info):
    gc.collect()
    if len(gc.callbacks) < 1000: gc.callbacks.append(f)
gc.callbacks.append(f)
gc.collect()
class A:
    def __del__(self): gc.collect(); self.me = A()
A()
x = A(); x.x = x; del x
