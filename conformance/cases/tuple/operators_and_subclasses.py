# covers: Emulating container types; __getitem__
"""Tuples: operators, searching, hashes, subclasses."""

def T(text):
    """Runs each line, and shows what comes of it."""
    for line in text.strip().splitlines():
        try:
            try:
                code = compile(line, '<line>', 'eval')
            except SyntaxError:
                exec(compile(line, '<line>', 'exec'), globals())
                result = 'done'
            else:
                result = eval(code, globals())
                result = f'{type(result).__name__} {result!r}'
        except BaseException as error:
            result = f'{type(error).__name__}: {error}'
        print(line, '->', result)


T("""
tuple(5)
tuple([1], 2)
tuple(x=1)
(1, 2)[2]
(1, 2)['a']
(1, 2)[1.5]
(1,) + [1]
(1,) + 1
(1,) * 'a'
(1,) * 2**70
(1,).index(2)
(1,).index(1, 'a')
(1,).index()
(1, 2, 1).index(1, 1), (1, 2).index(2, -1), (1, 2).count(1.0), (1, 2).__contains__(3), (1, 2) == [1, 2], (1, 2) < (1, 2, 3), (1,) < (2,), () < (1,)
(1,) < [1]
(1, 'a') < (1, 2)
(1, 2).__getitem__(slice(None)), (1, 2).__getnewargs__(), ().__getnewargs__(), (1,).__hash__() == hash((1,))
hash(([],))
hash((1, 2)), hash(()), hash((1, (2, 3))), hash((1.0, True, None.__class__ and 2))
tuple() is (), () is tuple([]), (1, 2)[:] is not None, tuple((1, 2)) == (1, 2), (1, 2)[::-1], (1, 2, 3)[-2:], (1, 2) * 0, 2 * (1,)
(1, 2).foo
(1, 2)[0] = 5
del (1, 2)[0]
(1, 2).__add__([1])
(1, 2).__mul__(1.5)
tuple.__new__(list)
tuple.__new__(int, (1,))
tuple.__new__()
class A(tuple): __slots__ = ('a',)
class A(tuple): __slots__ = ()
class B(A): pass
""")
t = (1, [2])
try: t[1] += [3]
except TypeError as e: print(e, t)
try: t += 5
except TypeError as e: print(e, t)
t += (6,); print(t)
a = ([],); a[0].append(a); print(a)
try: hash(a)
except TypeError as e: print(e)
try: print(a == ([a],))
except RecursionError as e: print('R')
