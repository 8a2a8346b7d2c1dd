# covers: Basic customization; __repr__; __str__
# Containers changed by their items' __repr__ while printed; and containers that hold themselves.
class R:
    def __init__(self, action=None, answer="R"):
        self.action, self.answer = action, answer
    def __repr__(self):
        if self.action:
            self.action()
        return self.answer


l = [1, 2, 3]
l[0] = R(l.clear)
print(l, l)
l = [1]
l[0] = R(lambda: l.append(0) if len(l) < 4 else None)
print(l)
d = {1: 2}
d[1] = R(lambda: d.clear())
print(d)
s = {R(lambda: s.clear())}
print(s, s)
l = [1]
l.append(l)
d = {"self": l}
l.append(d)
print(l, d)
t = ([],)
t[0].append(t)
print(t, repr(t[0]))
d = {}
d["d"] = d
d["v"] = d.values()
print(d, d.items())


class L(list):
    pass


m = L([1])
m.append(m)
print(m)


class O:
    def __init__(self):
        self.me = [self]
    def __repr__(self):
        return f"O({self.me})"


try:
    print(O())
except RecursionError as e:
    print("RecursionError")


class S:
    def __repr__(self):
        return 5
class T:
    def __str__(self):
        return b"x"
class U:
    def __format__(self, spec):
        return 3
for f in (lambda: repr(S()), lambda: str(S()), lambda: str(T()), lambda: f"{S()}", lambda: [S()].__repr__(), lambda: print(T()), lambda: f"{U()}", lambda: format(U()), lambda: "%s" % T(), lambda: "{!r}".format(S()), lambda: ascii(S())):
    try:
        f()
    except TypeError as e:
        print(e)
class Sub(str):
    def __str__(self):
        return Sub("from __str__")
print(type(str(Sub("x"))), type(repr(Sub("x"))), str(Sub("x")), f"{Sub('y')}", "%s" % Sub("z"), "".join([Sub("w")]))
