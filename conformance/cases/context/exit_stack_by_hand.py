# covers: With Statement Context Managers; __enter__; __exit__
# with: order, suppression, several managers, lookups on the type, what __exit__ receives.
class M:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise LookupError("enter " + self.name)
        return self.name
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        if self.fail == "exit":
            raise LookupError("exit " + self.name)
        return self.suppress
def go(*managers, body=lambda: None):
    try:
        with managers[0] as a, managers[-1] as b:
            print("body", a, b, body())
        print("after")
    except Exception as e:
        print(repr(e), "context", repr(e.__context__))
fail = lambda: 1 // 0
go(M("a"), M("b"))
go(M("a"), M("b"), body=fail)
go(M("a", suppress=True), M("b"), body=fail)
go(M("a"), M("b", suppress="yes"), body=fail)
go(M("a"), M("b", fail="enter"))
go(M("a", suppress=True), M("b", fail="enter"))
go(M("a", fail="enter"), M("b"))
go(M("a"), M("b", fail="exit"))
go(M("a", suppress=1), M("b", fail="exit"), body=fail)
class NoEnter:
    def __exit__(self, *args): pass
class NoExit:
    def __enter__(self): pass
class Arity:
    def __enter__(self): return 1
    def __exit__(self): pass
class Bool:
    def __bool__(self): raise ValueError("bool of exit's answer")
class BadBool:
    def __enter__(self): pass
    def __exit__(self, *args): return Bool()
for bad in (NoEnter(), NoExit(), Arity(), 5, None, M):
    try:
        with bad:
            print("body")
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
with BadBool():
    print("no question without an exception")
try:
    with BadBool():
        1 / 0
except ValueError as e:
    print(repr(e), repr(e.__context__))
def f():
    with M("return"):
        return "returned"
def g():
    for i in range(3):
        with M(i):
            if i == 0: continue
            break
    with M("gen"):
        yield 1
print(f())
it = g()
next(it)
it.close()
with M("x") as (a), M("y") as [b]:
    print(a, b)
d = {}
with (M("parenthesized") as d["k"], M("z")):
    print(d)
try:
    with M("target fails") as (a, b):
        pass
except ValueError as e:
    print(e)
with M("swallows", suppress=True):
    raise SystemExit
print("still here")
