# covers: Objects, values and types; Basic customization
# The module gc: counts, tracking, referents, referrers, callbacks, freezing.
import gc
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
gc.disable()
gc.collect()
class C: pass
c = C()
c.me = c
c.data = [1, c]
print(gc.is_tracked(c), gc.is_tracked(1), gc.is_tracked("s"), gc.is_tracked([]), gc.is_tracked(C), gc.is_tracked(None), gc.is_tracked(1.5))
print(gc.get_referents([1, "a"]), gc.get_referents(5, "x"), len(gc.get_referents((c, c))), gc.get_referents())
holder = [c]
print(any(r is holder for r in gc.get_referrers(c)), any(r is c for r in gc.get_objects()) )
print(gc.is_finalized(c), gc.collect(0), gc.collect(1), gc.collect(2))
for f in (lambda: gc.collect(5), lambda: gc.collect(-1), lambda: gc.collect("x"), lambda: gc.set_threshold("x"), lambda: gc.set_debug("x"), lambda: gc.is_tracked(), lambda: gc.collect(generation=0), lambda: gc.get_count(1)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
log = []
def callback(phase, info):
    log.append((phase, sorted(info)))
gc.callbacks.append(callback)
del c, holder
gc.collect()
gc.callbacks.remove(callback)
print(log)
gc.freeze()
print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count(), gc.garbage, len(gc.get_stats()), sorted(gc.get_stats()[0]))
class D:
    def __del__(self):
        print("del", self.n)
for n in range(3):
    d = D()
    d.n, d.me = n, d
del d
print(gc.collect() >= 3)
class Final:
    def __del__(self):
        global kept
        kept = self
f = Final()
f.me = f
del f
gc.collect()
print(gc.is_finalized(kept))
del kept
print(gc.collect() > 0)
def gen():
    me = yield
    try:
        yield me
    finally:
        print("generator closed")
g = gen()
next(g)
g.send(g)
del g
gc.collect()
