# covers: Emulating container types; __length_hint__
import operator
class L:
    def __length_hint__(self): return True
print(repr(operator.length_hint(L())))
