# covers: Emulating container types; Emulating callable objects; __length_hint__
# operator: fetching, searching, length hints, arguments that do not fit.
import operator, types
from operator import *
class C:
    def __init__(s): s.a = s; s.b = 5
    def m(s, *a, **k): return a, k
    def __length_hint__(s): return 7
class H:
    def __init__(s, v): s.v = v
    def __length_hint__(s): return s.v
    def __index__(s): return 3
class Bad:
    def __eq__(s, o): raise KeyError("eq")
s = "abc"
try:
    del s[0]
except BaseException as e: print('del s[0]', type(e).__name__, e)
try:
    s[0] = 1
except BaseException as e: print('s[0] = 1', type(e).__name__, e)
try:
    del (5)[0]
except BaseException as e: print('del (5)[0]', type(e).__name__, e)
try:
    del ()[0]
except BaseException as e: print('del ()[0]', type(e).__name__, e)
try:
    del b""[0]
except BaseException as e: print('del b""[0]', type(e).__name__, e)
try:
    print(index(True), index(H(1)), index(5))
except BaseException as e: print('index(True), index(H(1)), index(5)', type(e).__name__, e)
try:
    print(index("x"))
except BaseException as e: print('index("x")', type(e).__name__, e)
try:
    print(index(1.5))
except BaseException as e: print('index(1.5)', type(e).__name__, e)
try:
    print(concat([1], [2]), concat("a", "b"), concat((1,), (2,)))
except BaseException as e: print('concat([1], [2]), concat("a", "b"), concat((1,), (2,))', type(e).__name__, e)
try:
    print(concat(5, 6))
except BaseException as e: print('concat(5, 6)', type(e).__name__, e)
try:
    print(concat([1], 5))
except BaseException as e: print('concat([1], 5)', type(e).__name__, e)
try:
    print(concat({}, {}))
except BaseException as e: print('concat({}, {})', type(e).__name__, e)
try:
    print(iconcat([1], [2]))
except BaseException as e: print('iconcat([1], [2])', type(e).__name__, e)
try:
    print(iconcat(5, [1]))
except BaseException as e: print('iconcat(5, [1])', type(e).__name__, e)
try:
    print(countOf([1, 2, 1], 1), countOf("abca", "a"))
except BaseException as e: print('countOf([1, 2, 1], 1), countOf("abca", "a")', type(e).__name__, e)
try:
    print(countOf(5, 1))
except BaseException as e: print('countOf(5, 1)', type(e).__name__, e)
try:
    print(countOf([Bad()], 1))
except BaseException as e: print('countOf([Bad()], 1)', type(e).__name__, e)
try:
    print(indexOf([1, 2], 2))
except BaseException as e: print('indexOf([1, 2], 2)', type(e).__name__, e)
try:
    print(indexOf([1, 2], 5))
except BaseException as e: print('indexOf([1, 2], 5)', type(e).__name__, e)
try:
    print(indexOf(5, 2))
except BaseException as e: print('indexOf(5, 2)', type(e).__name__, e)
try:
    print(contains(5, 1))
except BaseException as e: print('contains(5, 1)', type(e).__name__, e)
try:
    print(contains([1], 1))
except BaseException as e: print('contains([1], 1)', type(e).__name__, e)
try:
    print(length_hint([1,2]), length_hint(C()), length_hint(5), length_hint(5, 9), length_hint(iter([1,2,3])))
except BaseException as e: print('length_hint([1,2]), length_hint(C()), length_hint(5), length_hint(5, 9), length_hint(iter([1,2,3]))', type(e).__name__, e)
try:
    print(length_hint(5, "x"))
except BaseException as e: print('length_hint(5, "x")', type(e).__name__, e)
try:
    print(length_hint(H("x")))
except BaseException as e: print('length_hint(H("x"))', type(e).__name__, e)
try:
    print(length_hint(H(-1)))
except BaseException as e: print('length_hint(H(-1))', type(e).__name__, e)
try:
    print(length_hint(H(NotImplemented), 4))
except BaseException as e: print('length_hint(H(NotImplemented), 4)', type(e).__name__, e)
try:
    print(length_hint())
except BaseException as e: print('length_hint()', type(e).__name__, e)
try:
    print(attrgetter("b")(C()), attrgetter("a.a.b")(C()), attrgetter("a.b", "b")(C()))
except BaseException as e: print('attrgetter("b")(C()), attrgetter("a.a.b")(C()), attrgetter("a.b", "b")(C())', type(e).__name__, e)
try:
    print(attrgetter())
except BaseException as e: print('attrgetter()', type(e).__name__, e)
try:
    print(attrgetter(5))
except BaseException as e: print('attrgetter(5)', type(e).__name__, e)
try:
    print(attrgetter("a", 5))
except BaseException as e: print('attrgetter("a", 5)', type(e).__name__, e)
try:
    print(attrgetter("zz")(C()))
except BaseException as e: print('attrgetter("zz")(C())', type(e).__name__, e)
try:
    print(attrgetter("a.zz")(C()))
except BaseException as e: print('attrgetter("a.zz")(C())', type(e).__name__, e)
try:
    print(attrgetter("b")())
except BaseException as e: print('attrgetter("b")()', type(e).__name__, e)
try:
    print(attrgetter("b")(1, 2))
except BaseException as e: print('attrgetter("b")(1, 2)', type(e).__name__, e)
try:
    print(attrgetter("b")(C(), x=1))
except BaseException as e: print('attrgetter("b")(C(), x=1)', type(e).__name__, e)
try:
    print(attrgetter(x=1))
except BaseException as e: print('attrgetter(x=1)', type(e).__name__, e)
try:
    print(attrgetter("a.b"), attrgetter("a", "b.c"), repr(attrgetter("x")))
except BaseException as e: print('attrgetter("a.b"), attrgetter("a", "b.c"), repr(attrgetter("x"))', type(e).__name__, e)
try:
    print(attrgetter("a..b")(C()))
except BaseException as e: print('attrgetter("a..b")(C())', type(e).__name__, e)
try:
    print(attrgetter("")(C()))
except BaseException as e: print('attrgetter("")(C())', type(e).__name__, e)
try:
    print(itemgetter(1)([5,6]), itemgetter(1, 0)([5,6]), itemgetter("k")({"k": 1}), itemgetter(slice(1))("abc"))
except BaseException as e: print('itemgetter(1)([5,6]), itemgetter(1, 0)([5,6]), itemgetter("k")({"k": 1}), itemgetter(slice(1))("abc")', type(e).__name__, e)
try:
    print(itemgetter())
except BaseException as e: print('itemgetter()', type(e).__name__, e)
try:
    print(itemgetter(1)())
except BaseException as e: print('itemgetter(1)()', type(e).__name__, e)
try:
    print(itemgetter(1)([1]))
except BaseException as e: print('itemgetter(1)([1])', type(e).__name__, e)
try:
    print(itemgetter("x")([1]))
except BaseException as e: print('itemgetter("x")([1])', type(e).__name__, e)
try:
    print(itemgetter(1)(1, 2))
except BaseException as e: print('itemgetter(1)(1, 2)', type(e).__name__, e)
try:
    print(itemgetter(x=1))
except BaseException as e: print('itemgetter(x=1)', type(e).__name__, e)
try:
    print(itemgetter(1), itemgetter(1, "a"))
except BaseException as e: print('itemgetter(1), itemgetter(1, "a")', type(e).__name__, e)
try:
    print(methodcaller("m")(C()), methodcaller("m", 1, x=2)(C()))
except BaseException as e: print('methodcaller("m")(C()), methodcaller("m", 1, x=2)(C())', type(e).__name__, e)
try:
    print(methodcaller())
except BaseException as e: print('methodcaller()', type(e).__name__, e)
try:
    print(methodcaller(5))
except BaseException as e: print('methodcaller(5)', type(e).__name__, e)
try:
    print(methodcaller("zz")(C()))
except BaseException as e: print('methodcaller("zz")(C())', type(e).__name__, e)
try:
    print(methodcaller("m")())
except BaseException as e: print('methodcaller("m")()', type(e).__name__, e)
try:
    print(methodcaller("m")(1, 2))
except BaseException as e: print('methodcaller("m")(1, 2)', type(e).__name__, e)
try:
    print(methodcaller("m"), methodcaller("m", 1, x=2), methodcaller("m", x=1))
except BaseException as e: print('methodcaller("m"), methodcaller("m", 1, x=2), methodcaller("m", x=1)', type(e).__name__, e)
try:
    print(methodcaller(name="m"))
except BaseException as e: print('methodcaller(name="m")', type(e).__name__, e)
try:
    print(type(itemgetter(1)), type(attrgetter("a")), type(methodcaller("a")))
except BaseException as e: print('type(itemgetter(1)), type(attrgetter("a")), type(methodcaller("a"))', type(e).__name__, e)
try:
    print(itemgetter.__module__, itemgetter.__name__, operator.add, add.__module__, add.__self__, add.__qualname__)
except BaseException as e: print('itemgetter.__module__, itemgetter.__name__, operator.add, add.__module__, add.__self__, add.__qualname__', type(e).__name__, e)
try:
    print(add(1))
except BaseException as e: print('add(1)', type(e).__name__, e)
try:
    print(add(1, 2, 3))
except BaseException as e: print('add(1, 2, 3)', type(e).__name__, e)
try:
    print(add(1, "a"))
except BaseException as e: print('add(1, "a")', type(e).__name__, e)
try:
    print(add(x=1))
except BaseException as e: print('add(x=1)', type(e).__name__, e)
try:
    print(not_())
except BaseException as e: print('not_()', type(e).__name__, e)
try:
    print(truth())
except BaseException as e: print('truth()', type(e).__name__, e)
try:
    print(truth([]), not_([]), is_(1, 1), is_not(1, None))
except BaseException as e: print('truth([]), not_([]), is_(1, 1), is_not(1, None)', type(e).__name__, e)
try:
    print(is_none(None))
except BaseException as e: print('is_none(None)', type(e).__name__, e)
try:
    print(call(len, "abc"), call(C().m, 1, x=2))
except BaseException as e: print('call(len, "abc"), call(C().m, 1, x=2)', type(e).__name__, e)
try:
    print(call())
except BaseException as e: print('call()', type(e).__name__, e)
try:
    print(call(5))
except BaseException as e: print('call(5)', type(e).__name__, e)
try:
    print(getitem([1,2], 0), setitem([1], 0, 5), delitem([1], 0))
except BaseException as e: print('getitem([1,2], 0), setitem([1], 0, 5), delitem([1], 0)', type(e).__name__, e)
try:
    print(getitem(5, 0))
except BaseException as e: print('getitem(5, 0)', type(e).__name__, e)
try:
    print(setitem((), 0, 1))
except BaseException as e: print('setitem((), 0, 1)', type(e).__name__, e)
try:
    print(delitem((), 0))
except BaseException as e: print('delitem((), 0)', type(e).__name__, e)
try:
    print(pow(2, 3), mod("%s", 5), matmul(1, 2))
except BaseException as e: print('pow(2, 3), mod("%s", 5), matmul(1, 2)', type(e).__name__, e)
try:
    print(lshift(1, "a"))
except BaseException as e: print('lshift(1, "a")', type(e).__name__, e)
try:
    print(inv(5), invert(5), neg(5), pos(True), abs(-3))
except BaseException as e: print('inv(5), invert(5), neg(5), pos(True), abs(-3)', type(e).__name__, e)
try:
    print(inv(1.5))
except BaseException as e: print('inv(1.5)', type(e).__name__, e)
try:
    print(iadd([1], [2]), imul([1], 2), iand(3, 1), ior({1}, {2}), ixor(5, 1), ipow(2, 3), isub(3, 1), itruediv(1, 2), ifloordiv(7, 2), imod(7, 4), ilshift(1, 3), irshift(8, 1), imatmul(1, 1))
except BaseException as e: print('iadd([1], [2]), imul([1], 2), iand(3, 1), ior({1}, {2}), ixor(5, 1), ipow(2, 3), isub(3, 1), itruediv(1, 2), ifloordiv(7, 2), imod(7, 4), ilshift(1, 3), irshift(8, 1), imatmul(1, 1)', type(e).__name__, e)
try:
    print(lt(1, 2), le(1, 1), eq(1, 2), ne(1, 2), gt(1, 2), ge(1, 2))
except BaseException as e: print('lt(1, 2), le(1, 1), eq(1, 2), ne(1, 2), gt(1, 2), ge(1, 2)', type(e).__name__, e)
try:
    print(lt(1, "a"))
except BaseException as e: print('lt(1, "a")', type(e).__name__, e)
try:
    print(operator.__add__ is add, operator.__lt__(1, 2), operator.__iadd__(1, 2), operator.__concat__([1], [2]), operator.__not__(1), operator.__contains__([1], 1), operator.__getitem__([5], 0), operator.__index__(True))
except BaseException as e: print('operator.__add__ is add, operator.__lt__(1, 2), operator.__iadd__(1, 2), operator.__concat__([1], [2]), operator.__not__(1), operator.__contains__([1], 1), operator.__getitem__([5], 0), operator.__index__(True)', type(e).__name__, e)
try:
    print(sorted(operator.__all__))
except BaseException as e: print('sorted(operator.__all__)', type(e).__name__, e)
try:
    print(hash(itemgetter(1)) != 0, itemgetter(1) == itemgetter(1))
except BaseException as e: print('hash(itemgetter(1)) != 0, itemgetter(1) == itemgetter(1)', type(e).__name__, e)
try:
    itemgetter(1).x = 5
except BaseException as e: print('itemgetter(1).x = 5', type(e).__name__, e)
try:
    print(operator.itemgetter(1).__class__)
except BaseException as e: print('operator.itemgetter(1).__class__', type(e).__name__, e)
try:
    print(list(map(itemgetter(0), ["ab", "cd"])), sorted([(2, "a"), (1, "b")], key=itemgetter(0)))
except BaseException as e: print('list(map(itemgetter(0), ["ab", "cd"])), sorted([(2, "a"), (1, "b")], key=itemgetter(0))', type(e).__name__, e)
try:
    print(itemgetter.__text_signature__, attrgetter.__call__, itemgetter(1).__reduce__(), attrgetter("a.b", "c").__reduce__(), methodcaller("m", 1).__reduce__())
except BaseException as e: print('itemgetter.__text_signature__, attrgetter.__call__, itemgetter(1).__reduce__(), attrgetter("a.b", "c").__reduce__(), methodcaller("m", 1).__reduce__()', type(e).__name__, e)
