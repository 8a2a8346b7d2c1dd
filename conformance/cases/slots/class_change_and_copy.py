# covers: __slots__; Objects, values and types
# Slots survive rebinding of the class dictionary, and descriptors work on subclasses only.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y
class Q(P):
    __slots__ = ()
q = Q(1, 2)
print(q.x, q.y, hasattr(q, "__dict__"), Q.__slots__, P.__slots__)
saved = P.x
del P.x
try:
    q.x
except AttributeError as e:
    print(e)
print(saved.__get__(q))
P.x = saved
q.x += 10
print(q.x)
P.renamed = saved
print(q.renamed, P.renamed.__name__)
q.renamed = "through the other name"
print(q.x)
for obj in (5, "s", object(), type):
    try:
        saved.__set__(obj, 1)
    except TypeError as e:
        print(e)
