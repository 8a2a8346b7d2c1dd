# limits: --max-time 1 ; expect: within 2 s of CPU, RSS < 60 MB, exit 3..3, no abort
while True:
    pass
