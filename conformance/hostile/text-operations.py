# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
s='\u1234'*15000000
for f in (lambda:s[::2],lambda:s[::-1],lambda:s.replace('\u1234','ab'),lambda:s.split('\u1234'),lambda:s.rsplit('\u1234',5),lambda:s.partition('x'),lambda:s.splitlines(),lambda:list(s),lambda:s*2,lambda:s+s,lambda:repr(s),lambda:ascii(s),lambda:'%s%s'%(s,s),lambda:f'{s}{s}',lambda:s.join([s,s]),lambda:sorted(s),lambda:set(s),lambda:s.count('\u1234'),lambda:s.isidentifier(),lambda:hash(s),lambda:int(s) ,lambda:float(s),lambda:complex(s)):
    try: f()
    except (MemoryError,ValueError) as e: pass
