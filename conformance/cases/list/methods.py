# covers: Emulating container types; __reversed__
# The methods of lists, and what they refuse.
l = [3, 1, 2]
l.append(4)
l.extend((5, 6))
l.extend(x for x in "ab")
l.insert(0, "first")
l.insert(-1, "before last")
l.insert(100, "end")
l.insert(-100, "start")
print(l, l.pop(), l.pop(0), l.pop(-2), l)
l.remove("first")
l.reverse()
print(l, l.index(2), l.index(2, 1), l.count(1), l.copy() == l, l.copy() is l)
l.clear()
print(l)
for f in (lambda: l.pop(), lambda: [1].pop(5), lambda: [1].pop("x"), lambda: l.remove(1), lambda: l.index(1), lambda: [1, 2].index(2, 0, 1), lambda: l.insert("x", 1), lambda: l.extend(5), lambda: l.append(), lambda: l.append(1, 2), lambda: l.sort(1), lambda: l.copy(1), lambda: list(5), lambda: list(1, 2), lambda: list(x=1), lambda: [][0], lambda: [1]["a"], lambda: [1][1.0], lambda: [1][10**20], lambda: [1] + (2,), lambda: [1] * "a", lambda: [1] * 1.5, lambda: [1] < (2,), lambda: [1] - [1], lambda: [1, 2][::0], lambda: [1].nope, lambda: [0] * 10**19, lambda: [1].__getitem__(), lambda: list.append(5, 1), lambda: list.append(), lambda: [1, 2, 3].index(3, -1, -5), lambda: [1].pop(10**20), lambda: [].__setitem__(0, 1), lambda: [].__delitem__(0), lambda: [1].__setitem__("a", 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print([1, 2] + [3], [1] * 3, 2 * [1, 2], [1] * 0, [1] * -5, [[]] * 2, [1] * True)
print([1, 2] < [1, 3], [1] < [1, 0], [] < [1], [2] > [1, 5], [1] == [1.0], [1] != (1,), [1, [2]] == [1, [2]], [] == [])
print(1 in [1.0], "a" in [1], [] in [[]], None in [0])
shared = [[0]] * 3
shared[0].append(1)
print(shared, [*range(3)], list("ab"), list({"k": 1}), list([1]) , list((i for i in (1, 2))))
a = [1]
b = a
a += [2]
a = a + [3]
print(a, b)
a.extend(a)
print(a)
print([1].__add__([2]), [1].__mul__(2), [1].__contains__(1), [1].__len__(), [1].__eq__(1), [1].__lt__([2]), [1].__iadd__((2,)), [1, 2].__reversed__().__next__(), [1].__imul__(2), [3].__sizeof__() > 0)
x = [1, 2]
print(x.__init__([9, 8]), x, list.__new__(list), x.__init__(), x)
class L(list):
    def __init__(self, *args, tag=None):
        super().__init__(*args)
        self.tag = tag
m = L([1], tag="t")
print(m, m.tag, type(m + [1]), type(m * 2), type(m[:]), type(m.copy()), m == [1], type(m.__class__()))
