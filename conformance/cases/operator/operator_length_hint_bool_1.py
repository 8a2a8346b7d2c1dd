# covers: Emulating container types
import operator
class L:
    def __length_hint__(self): return True
print(repr(operator.length_hint(L())))
