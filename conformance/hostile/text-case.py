# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
for m in ('upper','lower','title','swapcase','casefold','capitalize'):
    try: getattr('\u0390'*10000000,m)()
    except MemoryError: print('me')
    try: getattr('a'*30000000,m)()
    except MemoryError: print('me')
try: ('a\t'*10000000).expandtabs(3)
except MemoryError: print('me')
try: ('a'*30000000).zfill(31000000).ljust(32000000).center(33000000)
except MemoryError: print('me')
