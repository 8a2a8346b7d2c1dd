# covers: Emulating container types
class X:
    def __eq__(self, other):
        a.clear(); b.clear()
        return False
a, b = [X(), 1], [X(), 2]
print(a == b)
