# covers: Emulating callable objects
# Unbounded recursion is an error that can be caught, at any depth.
def f(n):
    return f(n + 1)


class R:
    def __repr__(self):
        return repr(self)
    def __getattr__(self, name):
        return getattr(self, name + "x")
    def __eq__(self, other):
        return self == other
    def __call__(self):
        return self()
    def __len__(self):
        return len(self)
    def __add__(self, other):
        return self + other
    def __iter__(self):
        return iter(list(self))


for attempt in (lambda: f(0), lambda: repr(R()), lambda: R().a, lambda: R() == 1, lambda: R()(), lambda: len(R()), lambda: R() + 1, lambda: list(R())):
    try:
        attempt()
    except RecursionError as e:
        print(type(e).__name__, str(e).startswith("maximum recursion depth exceeded"))
print("alive")
try:
    f(0)
except RecursionError as e:
    depth = 0
    tb = e.__traceback__
    while tb:
        depth += 1
        tb = tb.tb_next
    print(depth > 100)
raise RuntimeError("done")
