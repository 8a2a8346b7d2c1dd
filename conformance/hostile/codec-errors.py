# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
s='a'*20000000+'\ud800'
for i in range(3):
    try: s.encode()
    except UnicodeEncodeError as e: str(e); repr(e.args)[:3]
b=b'a'*20000000+b'\xff'
for i in range(3):
    try: b.decode()
    except UnicodeDecodeError as e: str(e)
