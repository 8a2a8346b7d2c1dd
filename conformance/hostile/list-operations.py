# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
l=list(range(1000000))
for f in (lambda:l[::2],lambda:l+l,lambda:l*3,lambda:sorted(l),lambda:sorted(l,reverse=True,key=lambda x:-x),lambda:l.copy(),lambda:tuple(l),lambda:l[::-1],lambda:l.__setitem__(slice(None,None,2),l[::2]),lambda:l.__setitem__(slice(0,0),l),lambda:set(l),lambda:dict.fromkeys(l),lambda:frozenset(l),lambda:l.extend(l),lambda:max(l,key=lambda x:x),lambda:repr(l),lambda:str(l),lambda:bytes(256)*len(l),lambda:[*l,*l],lambda:(*l,*l),lambda:{*l},lambda:print(*l,sep='',file=F()),lambda:dict(zip(l,l)),lambda:list(map(str,l)),lambda:l.__delitem__(slice(0,None,2))):
    try: f()
    except (MemoryError,ValueError) as e: pass
class F:
    def write(self,s): pass
