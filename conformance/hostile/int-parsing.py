# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import sys
sys.set_int_max_str_digits(0)
for f in (lambda:int('7'*3000000),lambda:int('f'*30000000,16),lambda:int('1'*50000000,2),lambda:int('z'*3000000,36),lambda:str(1<<3000000),lambda:float('1'*30000000),lambda:float('1'*20000000+'e-20000000'),lambda:complex('1'*20000000),lambda:float.fromhex('0x'+'f'*20000000)):
    try: f()
    except (MemoryError,ValueError,OverflowError): print('me')
