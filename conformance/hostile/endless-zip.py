# limits: --max-memory 64M --max-ticks 5000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import itertools
max(zip(itertools.count(),itertools.count()))
