# covers: Basic customization
import sys
class Out:
    text = ''
    def write(self, part): Out.text += part
    def flush(self): pass
class A:
    def __del__(self): 1 / 0
sys.stderr = Out()
A()
lines = Out.text.splitlines()
print(len(lines), [line.strip() for line in lines[-2:]])
