# covers: code.co_consts
# Small integers that operators take directly stand in co_consts.
def show(*names):
    for name in names:
        code = compile(name, "f", "exec").co_consts[0]
        print(name.replace("\n", ";"), code.co_consts)
show("def f(a): return a + 5", "def f(a): return a + (-5)", "def f(a): return a - 100, a * 3, a // 2",
     "def f(a): a += 1; a -= -1; return a[0], a[-1]", "def f(a): return a < 5, a == -1",
     "def f(x):\n while True:\n  x += 1", "def f(x):\n while x < 10: x = x + 1\n return x",
     "def f(x): return x + 2000, x & 7, x | 1, x << 3", "def f(x): return x[1], x[300]")
