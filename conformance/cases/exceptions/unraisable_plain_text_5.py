# covers: Basic customization
import sys
class Out:
    text = ''
    def write(self, part): Out.text += part
    def flush(self): pass
class A:
    def __del__(self): raise RuntimeError('r') from OSError('cause')
sys.stderr = Out()
A()
print('OSError' in Out.text, '^' in Out.text)
