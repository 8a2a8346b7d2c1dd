# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import sys
sys.set_int_max_str_digits(0)
n=1<<200000000
for f in (lambda:n.to_bytes(30000000),lambda:n+n,lambda:n<<100000000,lambda:hex(n),lambda:bin(1<<60000000),lambda:oct(n),lambda:n.bit_count(),lambda:hash(n),lambda:n&(n-1),lambda:-n,lambda:n==n+1,lambda:'%x'%n,lambda:format(n,'b'),lambda:format(1<<50000000,'_b'),lambda:float(n),lambda:n>>1,lambda:~n,lambda:divmod(n,3)):
    try: f()
    except (MemoryError,ValueError,OverflowError) as e: pass
