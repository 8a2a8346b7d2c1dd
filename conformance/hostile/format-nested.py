# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
class F:
    def __format__(s,spec): return format(s,spec+'x')
try: f'{F()}'
except RecursionError: print('rec')
try: ('{:'+'{:'*1000).format(1)
except ValueError: print('ve')
try: ('{'+'[0]'*200000+'}').format([1])
except (ValueError,TypeError) : print('ve')
try: ('{'+'.a'*200000+'}').format([1])
except (ValueError,AttributeError) : print('ve')
try: ('{0:'+'{1}'*300000+'}').format(1,'5'*1000)
except (ValueError,MemoryError) : print('ve')
