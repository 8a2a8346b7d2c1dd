# covers: Objects, values and types
# Cycles are collected without being asked, unless that is switched off.
import gc


class Cycle:
    alive = 0

    def __init__(self):
        self.me = self
        Cycle.alive += 1

    def __del__(self):
        Cycle.alive -= 1


def make(n):
    Cycle.alive = 0
    for _ in range(n):
        Cycle()
    return Cycle.alive


print(make(20_000) < 10_000)
gc.disable()
print(make(20_000))
gc.enable()
print(make(20_000) < 10_000)
gc.set_threshold(100)
print(gc.get_threshold(), make(1_000) < 500)
gc.set_threshold(0)
gc.collect()
print(make(20_000))
