# covers: Basic customization; __del__
# An instance's __dict__ that is first looked at by __del__ does not keep a dead cycle.
import gc


class Late:
    def __del__(self):
        self.__dict__["seen"] = True
        print("del", sorted(self.__dict__))


class Early:
    def __init__(self):
        self.me = self
        self.x = 1

    def __del__(self):
        print("del", sorted(self.__dict__), self.__dict__ is self.__dict__)


gc.disable()
gc.collect()
a = Late()
a.me = a
a.x = 1
del a
print(gc.collect(), gc.collect())
a, b = Early(), Early()
a.other, b.other = b, a
del a, b
print(gc.collect(), gc.collect())
