# covers: __slots__
# Whether a class may have slots is asked first, then what each name is, then whether the class has it.
def tried(bases, **names):
    try:
        print(type('C', bases, names).__slots__)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

for base in (int, tuple, bytes, str, object):
    for slots in ((1,), ('a', None), ['a', 'a b'], ('a', ...), iter([2])):
        tried((base,), __slots__=slots)
class D: pass
tried((D,), __slots__=('a', '__dict__'), a=1)
tried((D,), __slots__=('a', '__weakref__'), a=1)
tried((object,), __slots__=('a', '__dict__', '__dict__'), a=1)
tried((object,), __slots__=('a', 5), a=1)
tried((object,), __slots__=('a', '__dict__'), a=1)
