# covers: The standard type hierarchy; Basic customization; __bool__; __xor__
# Truth: what bool asks, what it refuses, how and, or and not answer.
class B:
    def __init__(self, answer): self.answer = answer
    def __bool__(self): return self.answer
class L:
    def __init__(self, answer): self.answer = answer
    def __len__(self): return self.answer
for make in (B, L):
    for answer in (True, False, 0, 1, 5, -1, "x", None, 1.0, 2**63, 2**100, []):
        try:
            print(make.__name__, answer, bool(make(answer)))
        except Exception as e:
            print(make.__name__, answer, type(e).__name__, e)
for answer in (0, 5, -1, "x", 2**63, True):
    try:
        print(len(L(answer)))
    except Exception as e:
        print(type(e).__name__, e)
class Both:
    def __bool__(self): return True
    def __len__(self): return 0
class Neither: pass
print(bool(Both()), bool(Neither()), bool(Both), [bool(x) for x in (0, 0.0, -0.0, 0j, "", b"", (), [], {}, set(), range(0), None, ..., NotImplemented if False else 1, "0", "False", [0], float("nan"))])
print(0 or "x", 1 or "x", 0 and "x", 1 and "x", not 0, not "x", "" or [] or 0, 1 and [] and 2, None or B(False).answer, not not [])
print(True + True, True == 1, True is (1 == 1), isinstance(True, int), True & False, True | 5, True ^ True, ~False, -True, True * "ab", [10, 20][True], {1: "one"}[True], repr(True), str(False), int(True), float(True), hash(True), True.__and__(False), True.__and__(2), True.__xor__(True), f"{True}", f"{True:d}", f"{True:5}|", "%d %s" % (True, False), format(True, ">6"), True.real, True.bit_length(), True.__class__)
for f in (lambda: bool(1, 2), lambda: bool(x=1), lambda: True.nope, lambda: True(), lambda: type("X", (bool,), {}), lambda: bool.__new__(int), lambda: True < "a", lambda: bool.from_bytes(b"\1"), lambda: bool.__call__(5), lambda: True[0], lambda: len(True), lambda: True.__bool__(), lambda: True @ True):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(e)
