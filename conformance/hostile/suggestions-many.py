# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
class A: pass
a=A()
for i in range(740): setattr(a,'y'*30000+str(i),1)
a.yyyyy
