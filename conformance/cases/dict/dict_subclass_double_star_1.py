# covers: Emulating container types
class D(dict):
    def __iter__(self): return iter(['a'])
    def keys(self): return ['a']
    def __getitem__(self, key): return 'G'
def f(**kw): return kw
print(f(**D(b=1)))
