# covers: The standard type hierarchy
# ours: copyreg copy
# copyreg: registered reductions, constructors, slots, extension codes, what copies ask.
import copyreg, copy
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
class P:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"P({self.x})"
copyreg.pickle(P, lambda p: (P, (p.x * 2,)))
print(copy.copy(P(3)), copy.deepcopy(P(4)), P in copyreg.dispatch_table)
del copyreg.dispatch_table[P]
print(copy.copy(P(3)).x)
tr(copyreg.pickle, P, 5); tr(copyreg.pickle, P, len, 5); tr(copyreg.constructor, 5); tr(copyreg.constructor, P)
class S:
    __slots__ = ("a", "__b")
    def __init__(self): self.a = 1
class T(S):
    __slots__ = ("c", "__dict__")
print(copyreg._slotnames(S), copyreg._slotnames(T), copyreg._slotnames(P))
t = T(); t.c, t.d = 2, 3
u = copy.copy(t)
print(u.a, u.c, u.d, t.__reduce_ex__(2)[0] is copyreg.__newobj__, t.__reduce_ex__(2)[2])
tr(S().__reduce_ex__, 0); tr(S().__reduce_ex__, 1)
print(P(1).__reduce_ex__(0)[0] is copyreg._reconstructor, P(1).__reduce_ex__(0)[1:], copyreg._reconstructor(P, object, None).__dict__)
print(copyreg._reconstructor(list, list, [1, 2]), copyreg._reconstructor(type("L", (list,), {}), list, [3]))
print(copyreg.__newobj__(P).__dict__, copyreg.__newobj_ex__(int, ("12",), {"base": 8}))
copyreg.add_extension("m", "n", 240); copyreg.add_extension("m", "n", 240)
tr(copyreg.add_extension, "m", "n", 241); tr(copyreg.add_extension, "m", "o", 240); tr(copyreg.add_extension, "m", "o", 0); tr(copyreg.add_extension, "m", "o", 1 << 31)
tr(copyreg.remove_extension, "m", "o", 240); copyreg.remove_extension("m", "n", 240); tr(copyreg.remove_extension, "m", "n", 240)
copyreg.clear_extension_cache()
print(copyreg.pickle_complex(1 + 2j) if hasattr(copyreg, "pickle_complex") else None, copyreg.dispatch_table.get(complex) is not None, (int | str).__reduce__() if hasattr(int | str, "__reduce__") and False else copy.copy(int | str))
class M:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return ("deep", type(memo).__name__)
class N:
    def __reduce__(self): return "N"
class O:
    def __reduce_ex__(self, p): return (5,)
print(copy.copy(M()), copy.deepcopy([M(), {1: M()}]), copy.copy(N()).__class__.__name__)
tr(copy.copy, O()); tr(copy.deepcopy, O()); tr(copy.replace, P(1)); 
class R:
    def __replace__(self, /, **k): return k
print(copy.replace(R(), a=1))
tr(copy.replace, R(), 5)
x = [1, [2]]; x.append(x); y = copy.deepcopy(x)
print(y[2] is y, y[1] is not x[1], copy.Error is copy.error)
