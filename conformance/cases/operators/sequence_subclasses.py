# covers: Emulating container types; __contains__
# Subclasses of sequences that define one of the special names which share a slot.
class T(list):
    def __rmul__(self, o): return 'rmul'
class U(list):
    def __mul__(self, o): return 'mul'
class V(str):
    def __len__(self): return 99
    def __getitem__(self, i): return ('item', i)
    def __contains__(self, x): return True
class W(tuple):
    def __radd__(self, o): return 'radd'
class D(dict):
    def __len__(self): return 7
for f in (lambda: T([1])*2, lambda: 2*T([1]), lambda: U([1])*2, lambda: 2*U([1]), lambda: [0]*U([1]), lambda: V('ab')[0], lambda: len(V('ab')), lambda: 'z' in V('ab'), lambda: list(V('ab')), lambda: V('ab')+'c', lambda: W((1,))+(2,), lambda: (2,)+W((1,)), lambda: [1]+W((1,)), lambda: bool(D()), lambda: len(D()), lambda: T([1])+[2], lambda: V('ab')*2, lambda: 'x%s' % V('ab'), lambda: V('ab')[0:1], lambda: max(V('ab'), default=0)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
T.__mul__ = lambda s, o: 'set later'
print(T([1])*2)
del T.__mul__
print(T([1])*2)
