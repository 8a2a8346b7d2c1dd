# covers: Emulating callable objects
# Every way in which a call may not fit, with its message.
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def default(a, b=1): pass
def posonly(a, b=2, /): pass
def kwonly(*, k): pass
def kwonly2(a, *, k, l, m=1): pass
def star(*args): pass
def stars(a, **kw): return kw
def mixed(a, /, b, *, c): pass


class C:
    def method(self, a): pass
    @classmethod
    def cm(cls, a): pass
    @staticmethod
    def sm(a): pass
    def nothing(): pass


def go(f, *args, **kwargs):
    try:
        print("fine", f(*args, **kwargs))
    except TypeError as e:
        print(e)


go(none, 1)
go(none, x=1)
go(none, 1, x=2)
go(one)
go(one, 1, 2)
go(one, 1, a=2)
go(one, b=1)
go(one, a=1, b=2)
go(two)
go(two, 1)
go(two, b=1)
go(three)
go(three, 1)
go(default)
go(default, 1, 2, 3)
go(default, b=3)
go(posonly, a=1)
go(posonly, 1, b=2)
go(posonly, a=1, b=2)
go(posonly)
go(kwonly)
go(kwonly, 1)
go(kwonly, 1, k=2)
go(kwonly, j=1)
go(kwonly2)
go(kwonly2, 1)
go(kwonly2, 1, 2, 3, k=1, l=2)
go(star, a=1)
go(stars)
go(stars, 1, 2)
go(stars, 1, b=2, **{"not identifier": 3})
go(mixed, a=1, b=2, c=3)
go(mixed, 1, b=2)
go(mixed, 1, 2, 3)
c = C()
go(c.method)
go(c.method, 1, 2)
go(C.method, 1)
go(c.cm)
go(c.sm)
go(c.nothing)
go(C, 1)
go(lambda x: x)
go(two, *[1], **{"a": 2})
for call in (lambda: two(1, *5), lambda: two(1, **5), lambda: two(**{1: 2}), lambda: two(a=1, **{"a": 2}), lambda: stars(1, **{"x": 1}, **{"x": 2}), lambda: C().nope(), lambda: 5(), lambda: "text"(1), lambda: None(), lambda: C.method(c, 1, b=2), lambda: kwonly2(1, k=1, ll=2), lambda: default(c=1), lambda: two(*"abc"), lambda: one(**{"lenght": 1}), lambda: print(sepp=""), lambda: len(), lambda: len(1, 2), lambda: len(x=1), lambda: int(y=1), lambda: [].append(x=1), lambda: "".join(), lambda: isinstance(1), lambda: abs(1, 2), lambda: {}.get(default=1), lambda: sorted(), lambda: sorted([1], 2), lambda: "a".split(sepp=1), lambda: range(a=1), lambda: [].sort(1), lambda: int.from_bytes(), lambda: divmod(1), lambda: getattr(1), lambda: sum(), lambda: ord(), lambda: max(), lambda: pow(1), lambda: enumerate(), lambda: zip(x=1), lambda: str.upper(), lambda: dict.get(), lambda: object.__repr__(), lambda: (5).__add__(), lambda: (5).__add__(1, 2), lambda: [].__len__(1), lambda: "".__contains__()):
    try:
        print(call())
    except (TypeError, AttributeError) as e:
        print(e)
