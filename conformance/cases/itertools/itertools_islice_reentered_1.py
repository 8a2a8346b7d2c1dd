# covers: Emulating container types
import itertools
class Re:
    n, target = 0, None
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        target, self.target = self.target, None
        if target: next(target)
        return self.n
source = Re()
source.target = sliced = itertools.islice(source, 3)
print(list(sliced))
