# covers: Emulating container types; Basic customization; __hash__
# Sets whose elements' methods change them during operations.
class E:
    def __init__(self, n, action=None, same=False):
        self.n, self.action, self.same = n, action, same
    def __hash__(self): return 7
    def __eq__(self, other):
        if self.action:
            action, self.action = self.action, None
            action()
        return self.same
    def __repr__(self): return f"E{self.n}"
def run(what, f):
    try:
        print(what, f())
    except Exception as e:
        print(what, type(e).__name__, e)
s = set()
s.add(E(1, lambda: s.clear()))
run("add", lambda: s.add(E(2)))
print(len(s) <= 2)
s = {E(1, same=True)}
run("in", lambda: E(5) in s)
run("add equal keeps the first", lambda: (s.add(E(9)), s))
s = {E(1, lambda: s.clear())}
run("remove", lambda: s.remove(E(2)))
s = {1, 2, 3}
try:
    for x in s:
        s.discard(x)
        s.add(x + 100)
        if len(s) > 50: break
    print("ended")
except RuntimeError as e:
    print(e)
s = {1, 2}
it = iter(s)
next(it)
s.add(3)
run("next", lambda: next(it))
run("next", lambda: next(it, "over"))
class Bad:
    def __hash__(self): return 1
    def __eq__(self, other): raise ValueError("eq")
s = {Bad()}
run("raises", lambda: Bad() in s)
run("raises", lambda: s | {Bad()})
run("raises", lambda: 1 in s)
run("hash differs", lambda: 2 in s)
class Mutable:
    def __init__(self): self.h = 1
    def __hash__(self): return self.h
m = Mutable()
s = {m}
m.h = 2
print(m in s, m in list(s), len(s | {m}))
m.h = 1
print(m in s)
