# covers: The standard type hierarchy
class S(str):
    def tag(self): return 'tagged ' + self
print(getattr(S('a b').format(), 'tag', lambda: 'plain str')())
