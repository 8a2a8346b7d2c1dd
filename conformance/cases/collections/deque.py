# covers: Emulating container types
# deque: both ends, largest lengths, changes while comparing and iterating, arguments that do not fit.
from collections import deque
import collections, collections.abc
class D(deque):
    pass
class M:
    def __init__(s, d): s.d = d
    def __eq__(s, o):
        s.d.append(1)
        return False
class Bad:
    def __eq__(s, o): raise KeyError("eq")
def mk(*a): return deque(*a)
try:
    print(deque(), deque([1,2]), deque("abc", 2), deque(maxlen=3), deque([1], maxlen=None), deque(iterable=[1]))
except BaseException as e: print('deque(), deque([1,2]), deque("abc", 2), deque(maxlen=3), deque([1], maxlen=None), deque(iterable=[1])', type(e).__name__, e)
try:
    print(deque(1))
except BaseException as e: print('deque(1)', type(e).__name__, e)
try:
    print(deque([], -1))
except BaseException as e: print('deque([], -1)', type(e).__name__, e)
try:
    print(deque([], "x"))
except BaseException as e: print('deque([], "x")', type(e).__name__, e)
try:
    print(deque([], 1.5))
except BaseException as e: print('deque([], 1.5)', type(e).__name__, e)
try:
    print(deque([], 10**30))
except BaseException as e: print('deque([], 10**30)', type(e).__name__, e)
try:
    print(deque([], 1, 2))
except BaseException as e: print('deque([], 1, 2)', type(e).__name__, e)
try:
    print(deque([], maxln=2))
except BaseException as e: print('deque([], maxln=2)', type(e).__name__, e)
try:
    print(deque([], iterable=[1]))
except BaseException as e: print('deque([], iterable=[1])', type(e).__name__, e)
try:
    d = deque([1,2,3], 3); d.append(4); print(d); d.appendleft(0); print(d); d.extend([7,8]); print(d); d.extendleft([1,2]); print(d)
except BaseException as e: print('d = deque([1,2,3], 3); d.append(4); print(d); d.appendleft(0); print(d); d.extend([7,8]); print(d); d.extendleft([1,2]); print(d)', type(e).__name__, e)
try:
    d = deque([1], 0); d.append(4); d.extend([1]); d.appendleft(2); print(d, len(d))
except BaseException as e: print('d = deque([1], 0); d.append(4); d.extend([1]); d.appendleft(2); print(d, len(d))', type(e).__name__, e)
try:
    print(deque().pop())
except BaseException as e: print('deque().pop()', type(e).__name__, e)
try:
    print(deque().popleft())
except BaseException as e: print('deque().popleft()', type(e).__name__, e)
try:
    d = deque([1,2,3]); print(d.pop(), d.popleft(), d)
except BaseException as e: print('d = deque([1,2,3]); print(d.pop(), d.popleft(), d)', type(e).__name__, e)
try:
    d = deque(range(5)); d.rotate(); print(d); d.rotate(-2); print(d); d.rotate(7); print(d); d.rotate(10**20)
except BaseException as e: print('d = deque(range(5)); d.rotate(); print(d); d.rotate(-2); print(d); d.rotate(7); print(d); d.rotate(10**20)', type(e).__name__, e)
try:
    print(deque().rotate("x"))
except BaseException as e: print('deque().rotate("x")', type(e).__name__, e)
try:
    print(deque([1,2]).rotate(1,2))
except BaseException as e: print('deque([1,2]).rotate(1,2)', type(e).__name__, e)
try:
    print(deque([1,2,3,2]).index(2), deque([1,2,3,2]).index(2, 2), deque([1,2,3]).index(3, -1), deque([1,2,3]).index(1, -10, 10))
except BaseException as e: print('deque([1,2,3,2]).index(2), deque([1,2,3,2]).index(2, 2), deque([1,2,3]).index(3, -1), deque([1,2,3]).index(1, -10, 10)', type(e).__name__, e)
try:
    print(deque([1,2,3]).index(9))
except BaseException as e: print('deque([1,2,3]).index(9)', type(e).__name__, e)
try:
    print(deque([1,2,3]).index(3, 0, 2))
except BaseException as e: print('deque([1,2,3]).index(3, 0, 2)', type(e).__name__, e)
try:
    print(deque([1,2,3]).index())
except BaseException as e: print('deque([1,2,3]).index()', type(e).__name__, e)
try:
    print(deque([1,2,3]).index(1, "x"))
except BaseException as e: print('deque([1,2,3]).index(1, "x")', type(e).__name__, e)
try:
    print(deque([1,2,3]).index(1, None))
except BaseException as e: print('deque([1,2,3]).index(1, None)', type(e).__name__, e)
try:
    print(deque([1,2,3]).index(1,2,3,4))
except BaseException as e: print('deque([1,2,3]).index(1,2,3,4)', type(e).__name__, e)
try:
    print(deque([1,2,1]).count(1), deque().count(5))
except BaseException as e: print('deque([1,2,1]).count(1), deque().count(5)', type(e).__name__, e)
try:
    d = deque(range(3)); d.insert(1, "x"); d.insert(-1, "y"); d.insert(100, "z"); d.insert(-100, "a"); print(d)
except BaseException as e: print('d = deque(range(3)); d.insert(1, "x"); d.insert(-1, "y"); d.insert(100, "z"); d.insert(-100, "a"); print(d)', type(e).__name__, e)
try:
    print(deque([1,2], 2).insert(0, 1))
except BaseException as e: print('deque([1,2], 2).insert(0, 1)', type(e).__name__, e)
try:
    print(deque().insert("x", 1))
except BaseException as e: print('deque().insert("x", 1)', type(e).__name__, e)
try:
    print(deque().insert(1))
except BaseException as e: print('deque().insert(1)', type(e).__name__, e)
try:
    d = deque([1,2,3]); d.remove(2); print(d)
except BaseException as e: print('d = deque([1,2,3]); d.remove(2); print(d)', type(e).__name__, e)
try:
    print(deque([1]).remove("zz"))
except BaseException as e: print('deque([1]).remove("zz")', type(e).__name__, e)
try:
    print(deque().remove())
except BaseException as e: print('deque().remove()', type(e).__name__, e)
try:
    d = deque([1,2,3]); d.reverse(); print(d, d.reverse())
except BaseException as e: print('d = deque([1,2,3]); d.reverse(); print(d, d.reverse())', type(e).__name__, e)
try:
    d = deque([1,2,3]); d.clear(); print(d, d.maxlen)
except BaseException as e: print('d = deque([1,2,3]); d.clear(); print(d, d.maxlen)', type(e).__name__, e)
try:
    d = deque([1,2,3]); print(d[0], d[-1], d[True])
except BaseException as e: print('d = deque([1,2,3]); print(d[0], d[-1], d[True])', type(e).__name__, e)
try:
    print(deque([1])[1])
except BaseException as e: print('deque([1])[1]', type(e).__name__, e)
try:
    print(deque([1])[-2])
except BaseException as e: print('deque([1])[-2]', type(e).__name__, e)
try:
    print(deque([1])["x"])
except BaseException as e: print('deque([1])["x"]', type(e).__name__, e)
try:
    print(deque([1])[0:1])
except BaseException as e: print('deque([1])[0:1]', type(e).__name__, e)
try:
    print(deque([1])[10**30])
except BaseException as e: print('deque([1])[10**30]', type(e).__name__, e)
try:
    d = deque([1,2,3]); d[0] = 9; d[-1] = 8; del d[1]; print(d)
except BaseException as e: print('d = deque([1,2,3]); d[0] = 9; d[-1] = 8; del d[1]; print(d)', type(e).__name__, e)
try:
    d = deque([1]); d[5] = 1
except BaseException as e: print('d = deque([1]); d[5] = 1', type(e).__name__, e)
try:
    d = deque([1]); del d[5]
except BaseException as e: print('d = deque([1]); del d[5]', type(e).__name__, e)
try:
    d = deque([1]); d["a"] = 1
except BaseException as e: print('d = deque([1]); d["a"] = 1', type(e).__name__, e)
try:
    d = deque([1]); del d["a"]
except BaseException as e: print('d = deque([1]); del d["a"]', type(e).__name__, e)
try:
    d = deque([1]); d[0:1] = []
except BaseException as e: print('d = deque([1]); d[0:1] = []', type(e).__name__, e)
try:
    print(1 in deque([1]), 5 in deque([1]), 1 not in deque())
except BaseException as e: print('1 in deque([1]), 5 in deque([1]), 1 not in deque()', type(e).__name__, e)
try:
    print(deque([1]) + deque([2]), deque([1], 2) + deque([2, 3]))
except BaseException as e: print('deque([1]) + deque([2]), deque([1], 2) + deque([2, 3])', type(e).__name__, e)
try:
    print(deque([1]) + [2])
except BaseException as e: print('deque([1]) + [2]', type(e).__name__, e)
try:
    print([2] + deque([1]))
except BaseException as e: print('[2] + deque([1])', type(e).__name__, e)
try:
    d = deque([1]); d += [2]; d += d; print(d)
except BaseException as e: print('d = deque([1]); d += [2]; d += d; print(d)', type(e).__name__, e)
try:
    d = deque([1]); d += 5
except BaseException as e: print('d = deque([1]); d += 5', type(e).__name__, e)
try:
    print(deque([1,2]) * 2, 2 * deque([1]), deque([1,2], 3) * 2, deque([1]) * 0, deque([1]) * -1)
except BaseException as e: print('deque([1,2]) * 2, 2 * deque([1]), deque([1,2], 3) * 2, deque([1]) * 0, deque([1]) * -1', type(e).__name__, e)
try:
    print(deque([1]) * "x")
except BaseException as e: print('deque([1]) * "x"', type(e).__name__, e)
try:
    print(deque([1]) * 1.5)
except BaseException as e: print('deque([1]) * 1.5', type(e).__name__, e)
try:
    d = deque([1,2], 3); d *= 3; print(d)
except BaseException as e: print('d = deque([1,2], 3); d *= 3; print(d)', type(e).__name__, e)
try:
    d = deque([1]); d *= 10**30
except BaseException as e: print('d = deque([1]); d *= 10**30', type(e).__name__, e)
try:
    print(deque([1]) * 10**30)
except BaseException as e: print('deque([1]) * 10**30', type(e).__name__, e)
try:
    print(deque([1]) == deque([1]), deque([1]) != deque([2]), deque([1]) < deque([2]), deque([1, 2]) <= deque([1]), deque([1]) == [1], deque([3]) > deque([1, 2]), deque() >= deque())
except BaseException as e: print('deque([1]) == deque([1]), deque([1]) != deque([2]), deque([1]) < deque([2]), deque([1, 2]) <= deque([1]), deque([1]) == [1], deque([3]) > deque([1, 2]), deque() >= deque()', type(e).__name__, e)
try:
    print(deque([1]) < [1])
except BaseException as e: print('deque([1]) < [1]', type(e).__name__, e)
try:
    print(deque(["a"]) < deque([1]))
except BaseException as e: print('deque(["a"]) < deque([1])', type(e).__name__, e)
try:
    print(hash(deque()))
except BaseException as e: print('hash(deque())', type(e).__name__, e)
try:
    d = deque([1]); d.append(d); print(d, repr(d))
except BaseException as e: print('d = deque([1]); d.append(d); print(d, repr(d))', type(e).__name__, e)
try:
    d = deque([1,2], 5); c = d.copy(); print(c, c.maxlen, c is d, c == d)
except BaseException as e: print('d = deque([1,2], 5); c = d.copy(); print(c, c.maxlen, c is d, c == d)', type(e).__name__, e)
try:
    print(D([1,2], 5).copy(), type(D([1]).copy()), D([1], maxlen=2), type(D([1]) + D([2])), type(D([1]) * 2))
except BaseException as e: print('D([1,2], 5).copy(), type(D([1]).copy()), D([1], maxlen=2), type(D([1]) + D([2])), type(D([1]) * 2)', type(e).__name__, e)
try:
    d = D([1]); d.x = 5; print(d.x, d)
except BaseException as e: print('d = D([1]); d.x = 5; print(d.x, d)', type(e).__name__, e)
try:
    deque().x = 5
except BaseException as e: print('deque().x = 5', type(e).__name__, e)
try:
    d = deque([1]); d.maxlen = 5
except BaseException as e: print('d = deque([1]); d.maxlen = 5', type(e).__name__, e)
try:
    del deque().maxlen
except BaseException as e: print('del deque().maxlen', type(e).__name__, e)
try:
    print(deque().maxlen, deque([], 5).maxlen)
except BaseException as e: print('deque().maxlen, deque([], 5).maxlen', type(e).__name__, e)
try:
    it = iter(deque([1,2,3])); print(next(it), it.__length_hint__(), list(it), it.__length_hint__())
except BaseException as e: print('it = iter(deque([1,2,3])); print(next(it), it.__length_hint__(), list(it), it.__length_hint__())', type(e).__name__, e)
try:
    d = deque([1,2,3]); it = iter(d); next(it); d.append(1); next(it)
except BaseException as e: print('d = deque([1,2,3]); it = iter(d); next(it); d.append(1); next(it)', type(e).__name__, e)
try:
    d = deque([1,2,3]); it = iter(d); d[0] = 5; print(list(it))
except BaseException as e: print('d = deque([1,2,3]); it = iter(d); d[0] = 5; print(list(it))', type(e).__name__, e)
try:
    d = deque([1,2,3]); it = reversed(d); print(list(it), type(it), type(iter(d)))
except BaseException as e: print('d = deque([1,2,3]); it = reversed(d); print(list(it), type(it), type(iter(d)))', type(e).__name__, e)
try:
    d = deque([1,2,3]); it = reversed(d); d.pop(); next(it)
except BaseException as e: print('d = deque([1,2,3]); it = reversed(d); d.pop(); next(it)', type(e).__name__, e)
try:
    d = deque([1,2]); d.insert(0, M(d)); 5 in d
except BaseException as e: print('d = deque([1,2]); d.insert(0, M(d)); 5 in d', type(e).__name__, e)
try:
    d = deque([1,2]); d.insert(0, M(d)); d.count(5)
except BaseException as e: print('d = deque([1,2]); d.insert(0, M(d)); d.count(5)', type(e).__name__, e)
try:
    d = deque([1,2]); d.insert(0, M(d)); d.index(5)
except BaseException as e: print('d = deque([1,2]); d.insert(0, M(d)); d.index(5)', type(e).__name__, e)
try:
    d = deque([1,2]); d.insert(0, M(d)); d.remove(5)
except BaseException as e: print('d = deque([1,2]); d.insert(0, M(d)); d.remove(5)', type(e).__name__, e)
try:
    d = deque([1,2]); d.insert(0, M(d)); d == deque([5,1,2])
except BaseException as e: print('d = deque([1,2]); d.insert(0, M(d)); d == deque([5,1,2])', type(e).__name__, e)
try:
    print(5 in deque([Bad()]))
except BaseException as e: print('5 in deque([Bad()])', type(e).__name__, e)
try:
    print(deque([1]).__reduce__()[:3], deque([1], 2).__reduce__()[:3])
except BaseException as e: print('deque([1]).__reduce__()[:3], deque([1], 2).__reduce__()[:3]', type(e).__name__, e)
try:
    print(deque.__doc__ is not None, deque.__module__, deque.__name__, deque, type(iter(deque())))
except BaseException as e: print('deque.__doc__ is not None, deque.__module__, deque.__name__, deque, type(iter(deque()))', type(e).__name__, e)
try:
    print(deque[int])
except BaseException as e: print('deque[int]', type(e).__name__, e)
try:
    print(deque.append)
except BaseException as e: print('deque.append', type(e).__name__, e)
try:
    print(deque.append([], 1))
except BaseException as e: print('deque.append([], 1)', type(e).__name__, e)
try:
    print(deque.append())
except BaseException as e: print('deque.append()', type(e).__name__, e)
try:
    print(deque().append())
except BaseException as e: print('deque().append()', type(e).__name__, e)
try:
    print(deque().append(1, 2))
except BaseException as e: print('deque().append(1, 2)', type(e).__name__, e)
try:
    print(deque().append(x=1))
except BaseException as e: print('deque().append(x=1)', type(e).__name__, e)
try:
    print(deque().pop(1))
except BaseException as e: print('deque().pop(1)', type(e).__name__, e)
try:
    print(deque().extend(5))
except BaseException as e: print('deque().extend(5)', type(e).__name__, e)
try:
    print(deque().extendleft(5))
except BaseException as e: print('deque().extendleft(5)', type(e).__name__, e)
try:
    print(deque().extendleft())
except BaseException as e: print('deque().extendleft()', type(e).__name__, e)
try:
    d = deque([1,2,3]); d.extend(d); print(d); d.extendleft(d); print(d)
except BaseException as e: print('d = deque([1,2,3]); d.extend(d); print(d); d.extendleft(d); print(d)', type(e).__name__, e)
try:
    d = deque([1,2,3]); d.__init__([5]); print(d)
except BaseException as e: print('d = deque([1,2,3]); d.__init__([5]); print(d)', type(e).__name__, e)
try:
    d = deque([1,2,3], 5); d.__init__([5]); print(d, d.maxlen)
except BaseException as e: print('d = deque([1,2,3], 5); d.__init__([5]); print(d, d.maxlen)', type(e).__name__, e)
try:
    print(sorted(deque([3,1,2])), list(deque("ab")), tuple(deque()), bool(deque()), bool(deque([0])))
except BaseException as e: print('sorted(deque([3,1,2])), list(deque("ab")), tuple(deque()), bool(deque()), bool(deque([0]))', type(e).__name__, e)
try:
    a, *b = deque([1,2,3]); print(a, b)
except BaseException as e: print('a, *b = deque([1,2,3]); print(a, b)', type(e).__name__, e)
try:
    import weakref; d = deque(); print(weakref.ref(d)() is d)
except BaseException as e: print('import weakref; d = deque(); print(weakref.ref(d)() is d)', type(e).__name__, e)
try:
    print(isinstance(deque(), collections.abc.MutableSequence), issubclass(deque, collections.abc.Sequence))
except BaseException as e: print('isinstance(deque(), collections.abc.MutableSequence), issubclass(deque, collections.abc.Sequence)', type(e).__name__, e)
try:
    print(type(iter(deque()))(deque([1,2]), 1).__next__())
except BaseException as e: print('type(iter(deque()))(deque([1,2]), 1).__next__()', type(e).__name__, e)
try:
    print(type(iter(deque()))())
except BaseException as e: print('type(iter(deque()))()', type(e).__name__, e)
try:
    print(type(iter(deque()))([]))
except BaseException as e: print('type(iter(deque()))([])', type(e).__name__, e)
try:
    print(deque(x for x in (1,2)))
except BaseException as e: print('deque(x for x in (1,2))', type(e).__name__, e)
try:
    print(deque(len, 5))
except BaseException as e: print('deque(len, 5)', type(e).__name__, e)
try:
    print(dir(deque)[-5:])
except BaseException as e: print('dir(deque)[-5:]', type(e).__name__, e)
try:
    print(deque.__init_subclass__())
except BaseException as e: print('deque.__init_subclass__()', type(e).__name__, e)
try:
    deque().__class__ = list
except BaseException as e: print('deque().__class__ = list', type(e).__name__, e)
