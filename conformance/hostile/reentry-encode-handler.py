# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import codecs
s='a'*20000000+'\udc80'
n=0
def h(e):
    global n
    n+=1
    if n<50: s.encode('ascii','h')
    return ('x',e.end)
codecs.register_error('h',h)
try: s.encode('ascii','h')
except MemoryError: print('me')
