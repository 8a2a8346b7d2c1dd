# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import codecs
s=b'a'*20000000+b'\xff'
n=0
def h(e):
    global n
    n+=1
    if n<50: s.decode('ascii','h')
    return ('x',e.end)
codecs.register_error('h',h)
try: s.decode('ascii','h')
except MemoryError: print('me')
