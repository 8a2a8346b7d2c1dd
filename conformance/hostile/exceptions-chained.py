# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
e=None
for i in range(100000):
    n=ValueError(i); n.__context__=e; n.__cause__=e; e=n
raise e
