# covers: code.co_nlocals; code.co_argcount; function.__closure__
"""Functions and expressions with more of everything than a machine has registers."""


def make(text, name):
    namespace = {}
    exec(text, namespace)
    return namespace[name]


# Parameters, of all kinds, with defaults, by position and by name.
for count in (99, 100, 101, 254, 255, 256, 300, 1000):
    names = [f"p{i}" for i in range(count)]
    f = make(f"def f({', '.join(names)}):\n return sum(({', '.join(names)}))", "f")
    print(count, f(*range(count)), f.__code__.co_argcount, f.__code__.co_nlocals)
    g = make(f"def g({', '.join(n + '=' + str(i) for i, n in enumerate(names))}): return p0, p7, p{count - 1}", "g")
    print(g(), g(5, p7=3), g(**{names[-1]: "last"}))
    h = make(f"def h(*args, {', '.join(n + '=1' for n in names)}, **kw): return args, kw, p{count - 1}", "h")
    print(h(1, 2, p3=4, other=5, **{names[-1]: 6}))
    try:
        f(*range(count + 1))
    except TypeError as error:
        print(error)
    try:
        f(*range(count - 2))
    except TypeError as error:
        print(error)

# Parameters that inner functions see, deleted, assigned, shown.
names = [f"p{i}" for i in range(150)]
text = f"""
def f({', '.join(names)}):
    def inner():
        nonlocal p3
        p3 += 1
        return p3, p149
    first = inner()
    del p5
    try:
        p5
    except UnboundLocalError as error:
        first += (str(error),)
    p6 = "assigned"
    return first, inner(), p6, len(locals()), locals()["p3"], sorted(locals())[:3]
"""
print(make(text, "f")(*range(150)))
text = f"def f({', '.join(names)}):\n yield p0\n yield p149\n p149 = 'new'\n yield p149"
print(list(make(text, "f")(*range(150))))
text = f"async def f({', '.join(names)}): return p0, p149"
try:
    make(text, "f")(*range(150)).send(None)
except StopIteration as stop:
    print(stop.value)
text = f"class C:\n def __init__(self, {', '.join(names)}): self.all = p0, p149\n def m(self, {', '.join(names)}): return super().__init__(), p149"
C = make(text, "C")
print(C(*range(150)).all, C(*range(150)).m(*range(150)))
print(make(f"f = lambda {', '.join(names)}: (p0, p149)", "f")(*range(150)))

# Variables, and variables that inner functions see.
for count in (20, 30, 61, 120, 300):
    assignments = "\n    ".join(f"v{i} = {i}" for i in range(count))
    total = " + ".join(f"v{i}" for i in range(count))
    text = f"def f():\n    {assignments}\n    def inner():\n        return {total}\n    a = inner()\n    v0 = 1000\n    return a, inner(), inner.__code__.co_freevars[:2], len(inner.__closure__), [c.cell_contents for c in inner.__closure__][:3]"
    print(count, make(text, "f")())
    text = f"def f():\n    {assignments}\n    def inner():\n        nonlocal v1, v{count - 1}\n        v1 = 'one'\n        del v{count - 1}\n        return lambda: ({', '.join(f'v{i}' for i in range(0, count - 1, 7))}, v1)\n    g = inner()\n    try:\n        v{count - 1}\n    except NameError as error:\n        return type(error).__name__, str(error), v1, g()[-1]"
    print(make(text, "f")())
    text = f"def f():\n    def inner():\n        return {total}\n    {assignments}\n    del v2\n    try:\n        inner()\n    except NameError as error:\n        return type(error).__name__, str(error)"
    print(make(text, "f")())
    text = f"def f():\n    {assignments}\n    class K:\n        v3 = 'class'\n        x = v3, v4\n        def m(self): return v3, {total}\n    return K.x, K().m()"
    print(make(text, "f")())

# Comprehensions whose variables live on in functions.
text = "\n".join(f"r{i} = [lambda: x{i} for x{i} in (1, 2)]" for i in range(60))
namespace = {}
exec(text, namespace)
print([r() for i in range(60) for r in namespace[f"r{i}"]].count(2))
text = "def f():\n " + text.replace("\n", "\n ") + "\n return [r() for i in range(60) for r in locals()[f'r{i}']]"
print(make(text, "f")().count(2))
text = "def f():\n out = []\n for n in range(3):\n  " + "\n  ".join(f"out.append([lambda: (n, x{i}) for x{i} in (n,)][0])" for i in range(40)) + "\n return [g() for g in out]"
print(set(make(text, "f")()) == {(2, 0), (2, 1), (2, 2)})

# Long displays, calls, strings, comparisons, targets.
for count in (29, 30, 31, 254, 255, 256, 500):
    items = ", ".join(f"x[{i}]" for i in range(count))
    x = list(range(count))
    print(count, len(eval(f"({items},)")), len(eval(f"[{items}]")), len(eval(f"{{{items}}}")),
          len(eval("{" + ", ".join(f"x[{i}]: {i}" for i in range(count)) + "}")),
          eval("f'" + "".join(f"{{x[{i}]}}" for i in range(count)) + "'") == "".join(map(str, x)),
          eval(f"max({items})"), eval(" < ".join(f"x[{i}]" for i in range(count))),
          len(eval("dict(" + ", ".join(f"k{i}=x[{i}]" for i in range(count)) + ")")),
          eval(" or ".join("x[0]" for i in range(count))), eval("-".join("x[1]" for i in range(count))))
    targets = ", ".join(f"t{i}" for i in range(count))
    namespace = {"x": x}
    exec(f"{targets} = x", namespace)
    print(namespace["t0"], namespace[f"t{count - 1}"])
    exec(f"[{targets}], y = iter(x), 1", namespace)
    print(namespace["t0"], namespace[f"t{count - 1}"])
    try:
        exec(f"{targets} = x[1:]", namespace)
    except ValueError as error:
        print(error)
    try:
        exec(f"{targets} = x + [1]", namespace)
    except ValueError as error:
        print(error)
    if count < 256:
        exec(f"{targets}, *rest, last = x + [1, 2, 3]", namespace)
        print(namespace["rest"], namespace["last"])
    try:
        exec(f"a, *b, {targets} = x", namespace)
    except ValueError as error:
        print(error)
    exec(f"for {targets} in [x]: pass", namespace)
    exec(f"del {targets}", namespace)

# Deep expressions.
for depth in (10, 60, 90):
    print(eval("(1 + " * depth + "1" + ")" * depth), eval("[" * depth + "7" + "]" * depth + "[0]" * depth),
          eval("max(1, 2, 3, " * depth + "4" + ")" * depth), eval("{0: " * depth + "5" + "}" * depth + "[0]" * depth),
          eval("(lambda a, b: " * depth + "a" + ")(1, 2)" * depth if depth < 60 else "1"),
          eval("min([x for x in (3, 4, " * 15 + "1" + ")])" * 15))
f = eval("lambda v: " + "v.get(v['k'], " * 60 + "9" + ")" * 60)
print(f({"k": "k"}))
print(eval("(yes if " * 50 + "no" + " else [other])" * 50, {"yes": 1, "no": 0, "other": 2}))


def gen():
    got = [(yield 1), [(yield 2), [max((yield 3), 0, (yield 4), 0, 0, 0, (yield 5))]]]
    yield got


it = gen()
print([next(it)] + [it.send(i) for i in range(10, 15)])
text = "def g():\n x = " + "max(0, 0, 0, 0, " * 60 + "(yield 1)" + ")" * 60 + "\n yield x"
it = make(text, "g")()
print(next(it), it.send(77))
text = "def f(v):\n try:\n  return " + "max(0, 0, 0, " * 70 + "v.x" + ")" * 70 + "\n except AttributeError as error:\n  return [v, str(error)]"
print(make(text, "f")(3))

# Decorators.
text = "".join(f"@(lambda n: lambda f: lambda: f() + [n])({i})\n" for i in range(130)) + "def f(): return []"
print(make(text, "f")() == list(range(129, -1, -1)))

# Patterns.
for count in (20, 40, 300):
    names = ", ".join(f"n{i}" for i in range(count))
    text = f"def f(v):\n match v:\n  case [{names}]: return n0, n{count - 1}\n  case [{names}, *rest, z] if rest: return n0, rest, z\n  case {{{', '.join(f'{i}: n{i}' for i in range(count))}, **more}}: return n0, n{count - 1}, more\n  case _: return None" if count < 256 else f"def f(v):\n match v:\n  case [{names}]: return n0, n{count - 1}\n  case {{{', '.join(f'{i}: n{i}' for i in range(count))}, **more}}: return n0, n{count - 1}, more\n  case _: return None"
    f = make(text, "f")
    print(count, f(range(count)), f([*range(count), 1, 2]), f({i: -i for i in range(count + 1)}), f(3))
    text = f"def f(v):\n match v:\n  case [{names}, 'a'] | ['b', {names}]: return n0, n{count - 1}\n return 'none'"
    f = make(text, "f")
    print(f([*range(count), "a"]), f(["b", *range(count)]), f(["c", *range(count)]))
for depth in (30, 60, 95):
    f = make("def f(v):\n match v:\n  case " + "[a, " .replace("a", "1") * depth + "x" + "]" * depth + ": return x\n  case " + "{1: " * depth + "y" + "}" * depth + ": return [y]\n return 'none'", "f")
    nested, mapping = 9, 8
    for _ in range(depth):
        nested, mapping = [1, nested], {1: mapping}
    print(f(nested), f(mapping), f([1, [2]]), f({1: {2: 3}}))
