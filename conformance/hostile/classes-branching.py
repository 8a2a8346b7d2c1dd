# limits: --max-memory 64M --max-ticks 20000000 ; expect: within 5 s of CPU, RSS < 160 MB, exit 0..3, no abort
class A: pass
class B: pass
class Top(A): pass
X, Y = type('X', (Top,), {}), type('Y', (Top,), {})
for i in range(60): X, Y = type('X', (X, Y), {}), type('Y', (X, Y), {})
Top.__len__ = lambda self: 1
assert len(X()) == 1
del Top.__len__
assert not hasattr(X, '__len__')
Top.__bases__ = (B,)
assert X.__mro__[-2:] == (B, object) and A not in X.__mro__
