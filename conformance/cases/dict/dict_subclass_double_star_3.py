# covers: Emulating container types
class D(dict):
    def keys(self): return ('x', 'y')
    def __iter__(self): return iter(self.keys())
    def __getitem__(self, key): return 7
print(dict(**D(z=0)))
