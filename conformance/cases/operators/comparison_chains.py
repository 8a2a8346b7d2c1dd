# covers: Basic customization
# Chained comparisons evaluate once, stop early and may give any object.
class C:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        print(f"{self.n}<{o.n}", end=" ")
        return [self.n] if self.n < o.n else []
    def __eq__(self, o):
        print(f"{self.n}=={o.n}", end=" ")
        return NotImplemented
    def __contains__(self, o):
        print("contains", end=" ")
        return "yes"
def make(n):
    print("make", n, end=" ")
    return C(n)
print(make(1) < make(2) < make(3))
print(make(2) < make(1) < make(0))
print(make(1) < make(3) < make(2))
print(make(1) == make(1) == make(1))
print(make(1) != make(1), make(1) in make(2), make(1) not in make(2), make(1) is make(1), not make(1) < make(2))
print(1 < 2 > 0 != 5 in [5] is not None, 1 == 1.0 == True, 3 > 2 == True, (3 > 2) == True, 1 < 2 < "x" if False else "skipped")
for f in (lambda: 1 < "a", lambda: 1 < 2 < "a", lambda: 2 < 1 < "a", lambda: C(1) > C(2), lambda: C(1) >= 5, lambda: None < None, lambda: [] < (), lambda: {} < {}, lambda: object() < object(), lambda: len < len, lambda: int < str):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(e)
