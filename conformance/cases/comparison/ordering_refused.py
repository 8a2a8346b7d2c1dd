# covers: Basic customization; __le__; __gt__; __ge__
# Orderings that are missing, None, pass or raise, and what the reflected one is.
class Low:
    def __lt__(self, other): return "lt"
    def __le__(self, other): return "le"
    def __gt__(self, other): return "gt"
    def __ge__(self, other): return "ge"


class Passing:
    def __lt__(self, other): return NotImplemented
    def __le__(self, other): return NotImplemented
    def __gt__(self, other): return NotImplemented
    def __ge__(self, other): return NotImplemented


class Blocked:
    __lt__ = __le__ = __gt__ = __ge__ = None


class Raising:
    def __le__(self, other): raise KeyError("le")
    def __ge__(self, other): raise KeyError("ge")


KINDS = (Low, Passing, Blocked, Raising, object)
for sign in ("<", "<=", ">", ">="):
    for left in KINDS:
        for right in KINDS:
            try:
                answer = eval(f"a {sign} b", {"a": left(), "b": right()})
            except Exception as error:
                answer = f"{type(error).__name__}: {error}"
            print(left.__name__, sign, right.__name__, answer)
print(Low().__le__(1), Passing().__le__(1), object().__le__(1), int.__le__(1, 2), int.__le__(1, "a"))
try:
    int.__le__("a", 1)
except TypeError as error:
    print(error)
