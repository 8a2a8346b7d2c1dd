# covers: Basic customization
import sys, weakref
class Out:
    text = ''
    def write(self, part): Out.text += part
    def flush(self): pass
class A: pass
a = A()
ref = weakref.ref(a, 5)
sys.stderr = Out()
del a
print('Traceback' in Out.text, Out.text.splitlines()[-1])
