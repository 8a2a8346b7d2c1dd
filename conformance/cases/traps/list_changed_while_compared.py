# covers: Basic customization; Emulating container types; __eq__; __bool__
# Lists whose items' __eq__ change the list under the comparison, search, count or removal.
class Eq:
    def __init__(self, action, answer=False):
        self.action, self.answer = action, answer
    def __eq__(self, other):
        self.action()
        return self.answer


def run(what, f):
    try:
        print(what, f())
    except Exception as e:
        print(what, type(e).__name__, e)


l = [1, 2, 3]
l[0] = Eq(l.clear)
run("index", lambda: l.index(9))
l = [1, 2, 3]
l[0] = Eq(l.clear)
run("count", lambda: l.count(9))
l = [1, 2, 3]
l[0] = Eq(l.clear)
run("in", lambda: 9 in l)
l = [1, 2, 3]
l[0] = Eq(l.clear, True)
run("remove", lambda: (l.remove(9), l))
l = [1, 2, 3]
l[1] = Eq(lambda: l.insert(0, "new"), True)
run("remove after insert", lambda: (l.remove(9), len(l), l[0]))
l = [1, 2, 3]
l[0] = Eq(lambda: l.append(9) if len(l) < 6 else None)
run("grows", lambda: l.index(9))
l, m = [1, 2, 3], [1, 2, 3]
l[0] = Eq(m.clear, True)
run("eq", lambda: l == m)
l, m = [1, 2, 3], [1, 2, 3]
l[0] = Eq(lambda: (l.clear(), m.clear()), True)
run("eq both", lambda: l == m)
l, m = [1, 2, 3], [1, 2, 3]
l[0] = Eq(l.clear, False)
run("lt", lambda: l < m)
l, m = [1, 2, 3], [1, 2, 4]
l[0] = Eq(lambda: l.extend([5]), True)
run("lt grown", lambda: l < m)
nan = float("nan")
print([nan] == [nan], nan in [nan], [nan].index(nan), [nan].count(nan), [float("nan")] == [float("nan")])
class Never:
    def __eq__(self, other):
        return False
n = Never()
print(n in [n], [n] == [n], (n,) == (n,), {1: n} == {1: n}, [n].count(n))
class Raises:
    def __eq__(self, other):
        raise ValueError("no comparing")
r = Raises()
run("identity first", lambda: [r].index(r))
run("raises", lambda: [r].index(1))
run("raises other side", lambda: [1].index(r))
run("tuple", lambda: (1, r) == (1, 2))
run("dict values", lambda: {1: r} == {1: 2})
class Array:
    def __eq__(self, other):
        return self
    def __bool__(self):
        raise TypeError("ambiguous truth")
run("result's truth", lambda: 1 in [Array()])
run("list eq truth", lambda: [Array()] == [1])
run("direct", lambda: type(Array() == 1).__name__)
