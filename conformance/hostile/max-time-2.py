# limits: --max-time 1 ; expect: within 2 s of CPU, RSS < 60 MB, exit 3..3, no abort
import itertools
any(x < 0 for x in itertools.count())
