# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
s='\u1234'*4000000
n=0
class T:
    def __getitem__(self,i):
        global n
        n+=1
        if n<40: s.translate(self)
        return i
try: s.translate(T())
except MemoryError: print('me')
