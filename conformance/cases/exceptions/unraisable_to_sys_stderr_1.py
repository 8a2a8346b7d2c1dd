# covers: Basic customization
import sys
class Out:
    def write(self, part): seen.append(part)
    def flush(self): pass
seen = []
class A:
    def __del__(self): raise ValueError('lost')
sys.stderr = Out()
A()
print('lost' in ''.join(seen))
