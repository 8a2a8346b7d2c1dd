# covers: Resolving MRO entries; Determining the appropriate metaclass; class.__bases__
# Bases that are no classes say what stands for them.
class Entry:
    def __init__(self, *answer):
        self.answer = answer
    def __mro_entries__(self, bases):
        print("asked with", len(bases), bases[0] is self)
        return self.answer


class A: pass
class B: pass


class C(Entry(A, B)): pass
print(C.__bases__, len(C.__orig_bases__), "__orig_bases__" in C.__dict__)
class D(Entry()): pass
print(D.__bases__, len(D.__orig_bases__))
class E(A, Entry(B)): pass
print(E.__bases__)
class F(A): pass
print(hasattr(F, "__orig_bases__"))
for bad in (Entry(A, A), Entry(5), Entry(bool)):
    try:
        class G(bad): pass
    except TypeError as e:
        print(e)


class NotTuple:
    def __mro_entries__(self, bases):
        return [A]


class Raises:
    def __mro_entries__(self, bases):
        raise LookupError("no entries")


for bad in (NotTuple(), Raises(), 5, "x", None, lambda: 0):
    try:
        class H(bad): pass
    except (TypeError, LookupError) as e:
        print(type(e).__name__, e)
i = Entry(A)
try:
    type("I", (i,), {})
except TypeError as e:
    print(e)
import types
print(types.resolve_bases((i,)), types.resolve_bases((A, B)), types.resolve_bases([A]))
J = types.new_class("J", (i,), {}, lambda ns: ns.update(x=1))
print(J.__bases__, J.x, J.__orig_bases__ == (i,))
class Inst:
    pass
inst = Inst()
inst.__mro_entries__ = lambda bases: (A,)
class K(inst): pass
print(K.__bases__)
class WithEntries:
    def __mro_entries__(self, bases):
        return ("never asked of classes",)
class L(WithEntries): pass
print(L.__bases__, types.get_original_bases(C)[0].answer, types.get_original_bases(L), types.get_original_bases(int))
class M(list[int]): pass
print(M.__bases__, M.__orig_bases__)
