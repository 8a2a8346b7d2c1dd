# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
class N:
    def __del__(self): pass
n=None
for i in range(30000):
    m=N(); m.next=n; n=m
del n,m
print('done')
n=None
class D:
    def __del__(self): self.x=None
for i in range(30000):
    m=D(); m.next=n; n=m
print('end')
