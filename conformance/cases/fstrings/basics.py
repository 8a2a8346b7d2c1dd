# covers: Basic customization; __format__
# f-strings: nesting, conversions, the = form, escapes, order of evaluation.
x, name, d = 5, "é", {"k": [1, 2]}
print(f"{x}{name!a}{name!r}{d['k'][0]}", f"{x=}", f"{x = }", f"{x + 1 = :>5}", f"{name=!s}", f"{d['k']=}", f"{{}}{{{x}}}", f"{x!r:>4}|{x:<4}|{x:^{x}}|")
print(f"{f'{x}'}", f"{f"{f"{x}"}"}", f"{'a' 'b'}", f'{", ".join(["a", "b"])}', f"{'\n'.join('ab')}", f"{x:{'>' + str(x)}}", f"a" "b{x}" f"{x}", rf"\n{x}\d", f"\x41{x}\N{BULLET}".encode())
print(f"{lambda_ if (lambda_ := 3) else 0}", f"{(lambda y: y * 2)(x)}", f"{x if x > 3 else 'small'}", f"{[i for i in range(3)]}", f"{ {1: 2}[1] }", f"{x,}", f"{x, 1}", f"{*[1, 2],}", f"{x:,}", f"{1_000_000:,}", f"{3.14159:.2f}")
print(f"""{
    x  # a comment
    + 1
} end""", f"{x!s:{'^'}{10}}|", f"{x:=+5}", f"{'s':}", f"{None}", f"{...}", f"{x == 5}", f"{x != 5}", f"{x >= 5=}")


class Log:
    def __init__(self, n):
        self.n = n
    def __format__(self, spec):
        print("format", self.n, repr(spec), end="; ")
        return f"<{self.n}>"
    def __str__(self):
        print("str", self.n, end="; ")
        return "s"
    def __repr__(self):
        print("repr", self.n, end="; ")
        return "r"


print(f"{Log(1)} {Log(2)!r} {Log(3)!s:>3} {Log(4):a{1}b{Log(5)}} {Log(6)=} {Log(7)=!s} {Log(8)=:x}")
for f in (lambda: f"{x:z}", lambda: f"{name:d}", lambda: f"{[]:5}", lambda: f"{undefined}", lambda: f"{x:{name}}", lambda: f"{x:{-5}}", lambda: f"{1/0}", lambda: f"{x.nope}", lambda: f"{'%s' % ()}", lambda: f"{x!r:d}"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))
print("".join(f"{i}{i!r}" for i in range(3)), f"{''}" == "", f"" == "", type(f"{x}"), f"{'{'}{'}'}", f"{'a':{'b'}<5}", f"{x:#06x} {x:08b} {-x:+} {x:e}")
def gen():
    got = f"{(yield 1)} and {(yield 2)}"
    yield got
g = gen()
print(next(g), g.send("a"), g.send("b"))
