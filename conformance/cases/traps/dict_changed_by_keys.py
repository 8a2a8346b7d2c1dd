# covers: Basic customization; Emulating container types
# Dicts that their keys' __eq__ and __hash__ change while they are searched, compared and iterated.
class K:
    def __init__(self, name, h=1, action=None, answer=False):
        self.name, self.h, self.action, self.answer = name, h, action, answer
    def __hash__(self):
        return self.h
    def __eq__(self, other):
        if self.action:
            action, self.action = self.action, None
            action()
        return self.answer
    def __repr__(self):
        return self.name


def run(what, f):
    try:
        print(what, f())
    except Exception as e:
        print(what, type(e).__name__, e)


d = {}
d[K("a", action=lambda: d.clear())] = 1
run("get clears", lambda: d.get(K("b")))
print(d)
d = {}
d[K("a", action=lambda: d.update({i: i for i in range(50)}))] = 1
run("set grows", lambda: d.__setitem__(K("b"), 2))
print(len(d))
d = {}
a = K("a")
d[a] = 1
a.action = lambda: d.pop(a)
run("in", lambda: K("b") in d)
d = {}
d[K("a", answer=True)] = 1
run("found by equality", lambda: d[K("b")])
d[K("c")] = 3
print(d)
run("pop", lambda: d.pop(K("z", h=5)))
run("setdefault", lambda: d.setdefault(K("z", h=5), "made"))
for change in ("add", "delete", "replace", "clear"):
    d = {1: "a", 2: "b", 3: "c"}
    try:
        for k in d:
            if change == "add":
                d[k + 10] = 1
            elif change == "delete":
                del d[k]
            elif change == "clear":
                d.clear()
            else:
                d[k] = "new"
        print(change, d)
    except RuntimeError as e:
        print(change, e, d)
d = {1: 1, 2: 2, 3: 3, 4: 4}
try:
    for k in d:
        del d[k]
        d[k + 100] = 0
except RuntimeError as e:
    print(e)
it = iter({1: 1})
print(list(it), list(it))
d = {1: 2}
it = iter(d.items())
d[5] = 6
run("next", lambda: next(it))
run("again", lambda: next(it))
print(it.__length_hint__())
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
class H:
    def __hash__(self):
        raise ValueError("no hash today")
run("hash raises", lambda: {}.get(H()))
run("hash raises", lambda: {H()})
left, right = {}, {}
left[K("l", action=lambda: right.clear(), answer=True)] = 1
right[K("r", answer=True)] = 1
run("compare", lambda: left == right)
