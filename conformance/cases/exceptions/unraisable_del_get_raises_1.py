# covers: Basic customization
import sys
seen = []
sys.unraisablehook = lambda info: seen.append(info.exc_type.__name__)
class Broken:
    def __get__(self, obj, owner): raise KeyError('boom')
class A: __del__ = Broken()
A()
print(seen)
