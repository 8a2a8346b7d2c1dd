# covers: Emulating container types
import itertools
class Re:
    n, target = 0, None
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 4: raise StopIteration
        target, self.target = self.target, None
        if target: print('inner', next(target))
        return self.n
source = Re()
source.target = loop = itertools.islice(itertools.cycle(source), 7)
print(list(loop))
