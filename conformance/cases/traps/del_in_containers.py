# covers: Basic customization; Emulating container types
# Replacing or dropping items runs their __del__, which looks at and changes the container.
class D:
    def __init__(self, name, action=None):
        self.name, self.action = name, action
    def __del__(self):
        print("del", self.name, self.action() if self.action else "")
    def __repr__(self):
        return self.name


l = [D("a", lambda: len(l)), D("b", lambda: len(l))]
l[0] = "new"
print(l)
l.clear()
l = [D("c", lambda: l.append("late")), D("d")]
l[:] = [1]
print(l)
d = {1: D("v", lambda: list(d.items()))}
d[1] = "replaced"
d[2] = D("w", lambda: d.clear())
del d[2]
print(d)
d = {1: D("x", lambda: d.update(again=1)), 2: D("y")}
d.clear()
print(d)
s = {D("in set", lambda: len(s))}
s.clear()
l = [D("popped")]
l.pop()
print("after pop")
l = [D("slice 0"), D("slice 1"), D("slice 2")]
del l[1:]
print(l)
l *= 0
print(l)
x = D("first")
x = D("second")
print("rebinding")
x = None


class Attr:
    pass


a = Attr()
a.field = D("field", lambda: a.__dict__.get("field"))
a.field = 3
a.other = D("other", lambda: hasattr(a, "other"))
del a.other
a.__dict__ = {}
print(vars(a))


def f(arg=None):
    local = D("local")
    return [D("comp") for _ in range(2)] and "returned"


print(f())
def g():
    yield D("yielded")
    print("resumed")
    yield 2
it = g()
next(it)
print("held by nobody")
next(it)
it.close()
try:
    raise ValueError(D("argument"))
except ValueError as e:
    pass
print("handled")
(D("t1"), D("t2"))
[D("l1"), D("l2")][0]
print("end")
