# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
class F:
    def __format__(self,s):
        global n
        n+=1
        if n<100: return ('a'*3000000+'{}'+'b'*300000).format(self)
        return 'x'
n=0
try: ('a'*3000000+'{}').format(F())
except (MemoryError,RecursionError): print('me')
class S:
    def __str__(self):
        global n
        n+=1
        if n<100: return ('a'*3000000+'%s')%self
        return 'x'
n=0
try: ('a'*3000000+'%s')%S()
except (MemoryError,RecursionError): print('me')
