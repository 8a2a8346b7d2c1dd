# limits: --max-memory 64M --max-ticks 20000000 ; expect: within 5 s of CPU, RSS < 160 MB, exit 0..3, no abort
x = object
for i in range(2500): x = type('X', (x,), {})
x.f = 1
for i in range(200): type('Y', (x,), {})().f
