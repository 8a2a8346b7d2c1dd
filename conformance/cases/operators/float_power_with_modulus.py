# covers: Emulating numeric types; __pow__
# A float among the operands of pow() with three arguments refuses, whatever the others are.
class Other:
    pass
class Answers:
    def __pow__(self, other, mod=None):
        return 'answered'
class Index:
    def __index__(self):
        return 2
values = (Other(), Answers(), Index(), 1.5, 2, 'a', True, None, 1j)
for a in values:
    for b in values:
        for c in values:
            try:
                print(pow(a, b, c))
            except Exception as e:
                print(type(e).__name__, e)
