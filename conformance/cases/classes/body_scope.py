# covers: Executing the class body
# What names mean in a class body: locals first, then globals, cells by the enclosing function.
x = "global"
class A:
    print(x)
    x = "class"
    print(x)
    def f(self): return x
    y = [x for x in "ab"]
    print(x, y)
    del x
    print(x)
    z = locals() is locals()
    print(sorted(k for k in locals() if not k.startswith("__")), __name__, __qualname__, __module__)
    if True:
        conditional = 1
    for i in range(2): pass
    import sys
    def g(): pass
    global declared
    declared = "made global by the class"
print(A().f(), declared, A.i, A.conditional, hasattr(A, "x"), hasattr(A, "declared"))
def function(x):
    class B:
        print(x)
        x = x + " and class"
        print(x)
        def method(self): return x
    class C:
        nonlocal x
        x = "rebound by C"
    class D:
        locals()["planted"] = 5
        print(planted)
        try:
            print(missing)
        except NameError as e:
            print(e)
    return B().method(), x, hasattr(C, "x")
print(function("argument"))
def unbound():
    class E:
        try:
            print(late)
        except NameError as e:
            print(type(e).__name__, e)
    late = 1
    class F:
        try:
            print(late)
        except NameError as e:
            print(e)
        late = 2
    return F.late, late
print(unbound())
try:
    class G:
        attr = 1
        def broken(self, default=attr + undefined): pass
except NameError as e:
    print(e)
try:
    G
except NameError as e:
    print(e)
class H:
    a = b = []
    a.append(1)
    c, d = 1, 2
    __qualname__ = "Custom.Name"
    lam = lambda self: self.c
    class Inner: pass
print(H.b, H.c, H.d, H, H().lam(), H.Inner.__qualname__, H.lam.__qualname__)
class I(*[object], **{}): pass
class J(A, metaclass=type): pass
print(I.__bases__, J.__mro__[1] is A)
