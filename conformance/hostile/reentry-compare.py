# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
t=None
n=0
class E:
    def __eq__(self,o):
        global n
        n+=1
        if n<300:
            return t==u
        return True
    def __lt__(self,o):
        return self==o
t=(E(),)+(1,)*1000000
u=(E(),)+(1,)*1000000
print(t==u)
n=0
print(t<u)
n=0
l=list(t); m=list(u)
def E_eq(self,o):
    global n
    n+=1
    if n<300: return l==m
    return True
E.__eq__=E_eq
print(l==m)
n=0
def E_eq(self,o):
    global n
    n+=1
    if n<300: return l.index(5) if 0 else l.count(7)
    return True
E.__eq__=E_eq
print(l.count(7))
