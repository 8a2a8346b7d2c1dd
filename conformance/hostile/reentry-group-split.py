# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
class E(ExceptionGroup):
    def derive(self,x):
        global n
        n+=1
        if n<300: g.split(ValueError)
        return E('x',x)
n=0
g=E('x',[ValueError()]*200000+[TypeError()])
try: g.split(ValueError)
except (MemoryError,RecursionError): print('me')
