# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
t = (int, str)
for i in range(60): t = (t, t)
isinstance(1.5, t)
