# covers: Emulating callable objects
"""Calls that bind arguments first: super(), bound methods, keywords, * and **, classes."""


class A:
    tag = 'A'
    def m(self, x=1, *rest, k=2, **more): return ('A.m', x, rest, k, more)
    def __init__(self, x, y=2): self.x, self.y = x, y
    def __repr__(self): return f'A({self.x}, {self.y})'
    @classmethod
    def c(cls): return ('A.c', cls.__name__)
    @staticmethod
    def s(): return 'A.s'
    @property
    def p(self): return 'A.p'


class B(A):
    def m(self, *args, **kwargs): return ('B.m', super().m(*args, **kwargs))
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        super().__init__(self.x, y=self.y + 1)
    @classmethod
    def c(cls): return ('B.c', super().c())
    @staticmethod
    def s(): return 'B.s'
    @property
    def p(self): return ('B.p', super().p)
    def more(self): return super().s(), super().tag, super().c()
    def missing(self): return super().nothing()


class C(B):
    def m(self, x): return ('C.m', super().m(x), super().m(k=x))


b, c = B(1), C(5, y=6)
print(b, c, b.m(), b.m(3, 4, k=5, z=6), c.m(7))
print(B.c(), C.c(), b.p, b.more())
try: b.missing()
except AttributeError as error: print(error)
bound = c.m
print(bound(8), [f(9) for f in (bound, b.m)])
print(A(x=1), A(*(1,)), A(*(1,), **{'y': 4}), A(1, **{}))
for call in (lambda: A(), lambda: A(1, 2, 3), lambda: A(1, z=2), lambda: bound(), lambda: bound(1, 2),
             lambda: b.m(x=1, **{'x': 2}), lambda: A(*5), lambda: A(**5)):
    try: print(call())
    except TypeError as error: print(error)


class Returns:
    def __init__(self, value=None): return value

print(type(Returns()).__name__)
try: Returns(value=3)
except TypeError as error: print(error)


class L(list):
    def append(self, item):
        super().append(item)
        super().append(item)
    def __init__(self):
        super().__init__()

l = L()
l.append(1)
print(l, type(1), type(l) is L)
try: type()
except TypeError as error: print(error)


def outer():
    z = 3
    def inner(a, b=4, *c, d=5, **e): return a, b, c, d, e, z
    return inner

inner = outer()
print(inner(1), inner(1, 2, 3, d=4, f=6), inner(*[1, 2], **{'d': 7}))


class Moves:
    def m(self): return 'first'

class Other:
    def m(self): return 'other'

class Sub(Moves):
    def m(self):
        self.__class__ = Sub2
        return super().m()

class Sub2(Moves):
    pass

for wrong in (Sub(), Other()):
  try: Sub.m(wrong)
  except (TypeError, AttributeError) as error: print(error)


class Late:
    pass

late = Late()
for n in range(12): setattr(late, f'a{n}', n)
del late.a3, late.a0
late.a3 = 'again'
print(late.__dict__, late.a11)
one, two = Late(), Late()
one.x, one.y, one.z = 1, 2, 3
del one.y
two.x, two.z = 4, 5
print(vars(one), vars(two), hasattr(one, 'y'))
one.y = 6
print(vars(one))
del one.x, one.y, one.z
print(vars(one), one.__dict__ == {})
