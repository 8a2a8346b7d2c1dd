# limits: --max-memory 64M --max-time 1 ; expect: within 4 s of CPU, RSS < 160 MB, exit 3..3, no abort
import gc
L = [[i] for i in range(100000)]
while 1:
    gc.collect()
    gc.get_objects()
    gc.get_referrers(*L)
