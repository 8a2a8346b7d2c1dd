# covers: __iter__; The standard type hierarchy
# Reducing an iterator finds iter first, by a key that may exhaust it, and then how far it is.
import builtins
space = builtins.__dict__
real = {"iter": iter, "reversed": reversed}
def run(name, iterator):
    class Key(str):
        def __hash__(self): return hash(name)
        def __eq__(self, other):
            list(iterator)
            return other == name
    del space[name]
    space[Key()] = real[name]
    try: made = iterator.__reduce__()
    finally:
        del space[name]
        space[name] = real[name]
    return made[0] is real[name], made[1:]
class Sequence:
    def __len__(self): return 0
    def __getitem__(self, i): raise IndexError
for of in ("xyz", "\u20ac", [1, 2], (1,), b"ab", bytearray(b"ab"), Sequence(), tuple[int]):
    print(type(of).__name__, run("iter", real["iter"](of)))
print(run("iter", real["iter"](lambda: 0, 0)))
print(run("reversed", real["reversed"]([1, 2, 3])))
