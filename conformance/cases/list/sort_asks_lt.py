# covers: __lt__
# Sorting compares keys of one class by __lt__ alone, and asks the operator where that passes; so do tuples by
# their first items.
log = []
class A:
    def __init__(self, n): self.n = n
    def __lt__(self, other): log.append(("lt", self.n, other.n)); return NotImplemented
    def __gt__(self, other): log.append(("gt", self.n, other.n)); return NotImplemented
class B(A):
    def __gt__(self, other): log.append(("B gt", self.n, other.n)); return self.n > other.n
def tell(what, call):
    log.clear()
    try:
        made = call()
        print(what, [getattr(x, "n", x) for x in made], log)
    except TypeError as e:
        print(what, e, log)
tell("one class", lambda: sorted([A(1), A(2)]))
tell("answering reflected", lambda: sorted([B(2), B(1), B(3)]))
tell("two classes", lambda: sorted([A(2), B(1)]))
tell("keys", lambda: sorted([2, 1], key=A))
tell("keys that answer", lambda: sorted([2, 1, 3], key=B))
tell("reverse", lambda: sorted([B(1), B(2)], reverse=True))
tell("first items", lambda: sorted([(A(1), 1), (A(2), 2)]))
tell("second items", lambda: sorted([(1, A(1)), (1, A(2))]))
tell("mixed first items", lambda: sorted([(A(2), 1), (B(1), 2)]))
tell("min", lambda: [min(A(1), A(2))])
class Answers:
    def __init__(self, n, answer): self.n, self.answer = n, answer
    def __lt__(self, other): log.append(("lt", self.n)); return self.answer
for answer in (1, 0, [], [0], "x", None):
    tell(repr(answer), lambda: sorted([Answers(1, answer), Answers(2, answer)]))
class Equal:
    def __init__(self, n): self.n = n
    def __eq__(self, other): log.append(("eq", self.n, other.n)); return True
    def __lt__(self, other): log.append(("lt", self.n, other.n)); return self.n < other.n
tell("tuples of equals", lambda: [n for _, n in sorted([(Equal(1), 3), (Equal(2), 1), (Equal(3), 2)])])
tell("tuples of unlike length", lambda: [len(t) for t in sorted([(Equal(1), 3), (Equal(2),)])])
