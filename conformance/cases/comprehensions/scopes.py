# covers: Executing the class body
# Comprehension scopes: what they see in functions and classes, leaks of the walrus, order of evaluation.
x = "global x"
print([x for x in range(3)], x)
print([(i, j) for i in range(3) for j in range(i) if (i + j) % 2], {i % 3: i for i in range(7)}, {c for c in "a"}, list(i * i for i in range(4) if i))
print([y := 1, y**2], [last := n for n in range(5)], last, any((hit := v) > 2 for v in (1, 3, 5)), hit)


class C:
    size = 3
    rows = [size for _ in range(size)] if False else [0 for _ in range(size)]
    try:
        bad = [size for _ in range(2)]
    except NameError as e:
        print(e)
    try:
        cond = [n for n in range(5) if n < size]
    except NameError as e:
        print(e)
    fine = list(map(lambda n: n, range(size)))
    nested = [[i * j for j in range(2)] for i in range(size)]


print(C.rows, C.fine, C.nested, hasattr(C, "_"))


def f(n):
    funcs = [lambda: i for i in range(n)]
    bound = [lambda i=i: i for i in range(n)]
    gen = (n + k for k in range(2))
    n = 100
    return [g() for g in funcs], [g() for g in bound], list(gen)


print(f(3))


def order(tag, value):
    print(tag, end=" ")
    return value


print({order("key", 1): order("value", 2) for _ in (0,)})
print([order("element", a) for a in order("outer", [1, 2]) if order("condition", True) for b in order("inner", [0])])
g = (order("lazy", k) for k in order("eager", [1]))
print("made", next(g))
try:
    (v for v in 5)
except TypeError as e:
    print(e)
try:
    [undefined_name for k in [1]]
except NameError as e:
    print(e)
def locals_inside():
    a = 1
    return sorted([k for k in locals()]), [sorted(locals()) for b in [0]]
print(locals_inside())
print([[k for k in range(j)] for j in (k for k in range(4))], [lambda: None for _ in ()], [a for a, *b in ["xyz"]], [b for a, (b, c) in [(1, (2, 3))]])
d = {}
[d.setdefault(k % 2, []).append(k) for k in range(5)]
print(d, [i for i in range(5) if i if i % 2], [p if p else "zero" for p in (0, 1)])
def gen():
    x = yield [k for k in range(3)]
    print("got", x)
it = gen()
print(next(it))
try:
    it.send("sent")
except StopIteration as e:
    print("stop", e.value)
