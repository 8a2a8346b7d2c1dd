# covers: Emulating container types
class X:
    def __eq__(self, other): b.clear(); return NotImplemented
class Y:
    def __eq__(self, other): a.clear(); return NotImplemented
a = [X()]
b = [Y()]
print(a == b)
