# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
b=b'a\xff'*15000000
for f in (lambda:b.hex(),lambda:b.hex(':'),lambda:bytes.fromhex(b.hex()),lambda:repr(b),lambda:b.translate(bytes(256)),lambda:b.replace(b'a',b'bb'),lambda:b.split(b'a'),lambda:b.splitlines(),lambda:list(b),lambda:b*2,lambda:b+b,lambda:b'%s%s'%(b,b),lambda:b.join([b,b]),lambda:bytearray(b).translate(None,b'a'),lambda:bytearray(b).pop(),lambda:int.from_bytes(b),lambda:b.expandtabs(),lambda:b.title(),lambda:b[::2],lambda:bytearray(b)[::2],lambda:str(b),lambda:b.decode('latin-1'),lambda:bytearray(b).__delitem__(slice(0,None,2)),lambda:bytearray(b).extend(bytearray(b)),lambda:b.strip(b)):
    try: f()
    except (MemoryError,ValueError) as e: pass
