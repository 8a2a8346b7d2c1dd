# covers: The standard type hierarchy; Emulating callable objects
# How arguments meet parameters, and every message when they do not.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


def g(a, b, /, c, *, d):
    return a, b, c, d


def h(): pass
def one(x): pass
def two(x, y): pass
def three(x, y=1, z=2): pass
def kwonly(*, a, b, c): pass
def star(*args): pass


def attempt(fn, *args, **kwargs):
    try:
        print(fn(*args, **kwargs))
    except TypeError as e:
        print(e)


attempt(f, 1, c=3)
attempt(f, 1, 2, 3, 4, c=5, e=6)
attempt(f, c=1, a=2, b=3)
attempt(f)
attempt(f, 1)
attempt(f, 1, a=2, c=3)
attempt(g, 1, 2, 3, d=4)
attempt(g, 1, 2, c=3, d=4)
attempt(g, 1, b=2, c=3, d=4)
attempt(g, a=1, b=2, c=3, d=4)
attempt(g, 1, 2, 3, 4)
attempt(g, 1, 2, 3)
attempt(h, 1)
attempt(h, x=1)
attempt(one)
attempt(one, 1, 2)
attempt(two)
attempt(two, 1)
attempt(two, 1, 2, 3)
attempt(two, 1, z=3)
attempt(two, 1, x=3)
attempt(three)
attempt(three, 1, 2, 3, 4)
attempt(kwonly)
attempt(kwonly, a=1)
attempt(kwonly, 1, a=1, b=2, c=3)
attempt(kwonly, 1, 2, b=2)
attempt(star, x=1)
attempt(one, **{"x y": 1})
attempt(two, 1, xx=2)


class K:
    def method(self, a): pass
    def none(): pass


attempt(K().method)
attempt(K().method, 1, 2)
attempt(K().none)
attempt(K.method)
attempt(K, 1)
attempt(K, x=1)
attempt(lambda x: x)
