# covers: Basic customization; __repr__; __str__
# print's arguments, and objects that take their place in it.
import sys
print()
print("a", 1, None, sep="-", end="!\n")
print("a", "b", sep="")
print("x", end="")
print("", sep=None, end=None)
print(*[1, 2], *"ab", sep="\n")
print([], {}, (), set(), "", sep="|")
class Out:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        self.parts.append("<flush>")
out = Out()
print("to", "out", file=out, flush=True)
print(file=out)
print(1, file=out, end="", sep="x")
print(out.parts)
class NoWrite: pass
class Fails:
    def write(self, text):
        raise ValueError("cannot write " + repr(text))
for f in (lambda: print(1, sep=5), lambda: print(1, end=5), lambda: print(1, file=NoWrite()), lambda: print(1, file=Fails()), lambda: print(1, nope=2), lambda: print(1, file=None), lambda: print("a", "b", sep=b"x"), lambda: print(1, file=5)):
    try:
        f()
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
old = sys.stdout
sys.stdout = out = Out()
print("captured", 5)
sys.stdout = old
print(out.parts)
sys.stdout = None
print("goes nowhere")
sys.stdout = old
class S:
    def __str__(self):
        return "str of S"
    def __repr__(self):
        return "repr of S"
print(S(), [S()], (S(),), {S(): S()} if False else {1: S()}, str(S()), repr(S()), f"{S()}", f"{S()!r}", "%s %r" % (S(), S()))
class OnlyRepr:
    def __repr__(self):
        return "only repr"
print(OnlyRepr(), str(OnlyRepr()), [OnlyRepr()])
class Err:
    def __str__(self):
        raise KeyError("in str")
try:
    print("before", Err(), "after")
except KeyError as e:
    print()
    print(repr(e))
print(repr(print), print.__name__, print.__self__ is not None, type(print), print.__module__, print(end=""))
