# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import types
L = []
try:
    while 1: L.append(types.ModuleType('x'))
except MemoryError:
    L = None
