# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import enum
E = enum.Enum('E', ['m%d' % i for i in range(2000)])
F = enum.IntFlag('F', ['f%d' % i for i in range(600)])
x = F(0)
for f in F: x |= f
repr(x); ~x; list(x); x in F
