# covers: Emulating numeric types
# The module operator: one function for each operation, getters and callers.
import operator as op
print(op.add(1, 2), op.sub(5, 3), op.mul("a", 3), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 4), op.pow(2, 5), op.neg(3), op.pos(-3), op.invert(5), op.lshift(1, 4), op.rshift(16, 2), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.abs(-4), op.index(True), op.concat([1], [2]))
print(op.eq(1, 1.0), op.ne(1, 2), op.lt(1, 2), op.le(2, 2), op.gt(1, 2), op.ge(1, 2), op.is_(None, None), op.is_not(1, None), op.not_([]), op.truth("x"), op.contains([1], 1), op.countOf([1, 1, 2], 1), op.indexOf("abc", "c"), op.getitem({"k": 1}, "k"), op.length_hint(iter([1, 2])), op.is_none(None) if hasattr(op, "is_none") else True)
l = [1, 2, 3]
op.setitem(l, 0, "x")
op.delitem(l, 1)
print(l, op.iadd(l, (5,)) is l, l, op.iadd(1, 2), op.imul([1], 2), op.ior({1}, {2}), op.ipow(2, 3), op.iconcat([1], (2,)))
class P:
    x = 1
    def m(self, *a, **k): return a, k
p = P()
p.child = P()
print(op.attrgetter("x")(p), op.attrgetter("child.x", "x")(p), op.itemgetter(1)([5, 6]), op.itemgetter(0, -1)("abc"), op.itemgetter(slice(1, 3))("abcd"), op.methodcaller("m", 1, k=2)(p), op.call(max, 1, 5), op.itemgetter("k")({"k": "v"}))
print(repr(op.attrgetter("a.b", "c")), repr(op.itemgetter(1, "x")), repr(op.methodcaller("m", 1, k=2)))
for f in (lambda: op.add(1, "a"), lambda: op.add(1), lambda: op.attrgetter(5), lambda: op.attrgetter(), lambda: op.attrgetter("nope")(p), lambda: op.attrgetter("x.y")(p), lambda: op.itemgetter(5)([1]), lambda: op.itemgetter(), lambda: op.methodcaller("nope")(p), lambda: op.methodcaller(), lambda: op.methodcaller(5), lambda: op.index(1.5), lambda: op.concat(1, 2), lambda: op.indexOf([1], 5), lambda: op.contains(5, 1), lambda: op.length_hint(5), lambda: op.length_hint([], "x"), lambda: op.matmul(1, 2), lambda: op.itemgetter(1)(), lambda: op.countOf(5, 1), lambda: op.setitem((), 0, 1), lambda: op.delitem("a", 0), lambda: op.imatmul([], 1), lambda: op.not_(1, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(op.__add__ is op.add, op.add.__name__, sorted([(1, "b"), (0, "c")], key=op.itemgetter(1)), list(map(op.mul, [1, 2], [3, 4])))
