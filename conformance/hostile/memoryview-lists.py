# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
m=memoryview(bytearray(30000000))
for f in (lambda:m.tolist(),lambda:m.tobytes(),lambda:m.hex(),lambda:m.cast('I').tolist(),lambda:m.cast('B',(3000,10000)).tolist(),lambda:m==m,lambda:m[::2].tobytes(),lambda:m[::-1].tolist(),lambda:hash(m.toreadonly()),lambda:bytes(m),lambda:m.hex(':')):
    try: f()
    except (MemoryError,ValueError) as e: pass
