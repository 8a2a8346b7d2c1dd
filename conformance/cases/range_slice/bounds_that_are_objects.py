# covers: Emulating container types; slice.indices; __index__
"""Slices of objects, and in which order their bounds are asked."""

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


class Log:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
x = Log()
print(x[1:2], x[:], x[::], x[1:2, 3], x['a':None], x[...], x[1:2:3, ..., None], x[()], x[(1, 2)], x[1,], x[lambda: 0:1].stop, x[*[1, 2]], x[*'ab', 1:2])
x[1:2] = 3; del x[::2]; x[1, 2:3] += (9,)
class I:
    def __init__(s, v): s.v = v
    def __index__(s):
        print('index', s.v)
        if isinstance(s.v, Exception): raise s.v
        return s.v
T("""
[1, 2, 3][I(1):I(2):I(1)]
[1, 2, 3][I('x')]
[1, 2, 3][I(None):]
[1, 2, 3][:I(ValueError('no'))]
[1, 2, 3][I(2**70):I(-2**70):I(-1)]
'abc'[I(1):I(2)], (1, 2)[I(1)], b'ab'[I(0):], range(5)[I(1):I(9):I(2)], bytearray(b'abc')[::I(-1)], memoryview(b'abc')[I(1):].tolist()
range(10)[I(1.5):]
'abc'[I(True)]
slice(I(1), I(5), I(2)).indices(I(3))
slice(None).indices(-1)
slice(None).indices('a')
slice(None).indices()
slice('a').indices(3)
slice(None, None, 0).indices(5)
slice(None, None, -1).indices(5), slice(10, -10, -3).indices(6), slice(-100, 100).indices(5), slice(2**100).indices(2**101), slice(None, None, 2**70).indices(5), slice(3, 1).indices(5)
slice(1, 2).start, slice(1).start, slice(1, 2, 3).step, slice('a', [], None)
slice(1) == slice(None, 1, None), slice(1) < slice(2), slice(1, 2) < slice(1, 3, 1), slice(1) == 1, slice(float('nan')) == slice(float('nan'))
slice(1) < slice('a')
slice(1) < 5
hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): 2}[slice(1)]
hash(slice([]))
slice()
slice(1, 2, 3, 4)
slice(x=1)
slice(1).start = 5
slice(1).foo
class Q(slice): pass
repr(slice(1, 2)), slice(1).__reduce__(), slice(None)
import copy
copy.copy(slice([1])), copy.deepcopy(slice([1])).stop
range(10)[::2][::-1], range(10)[5:1], range(0)[:], range(5)[-1], range(2**70)[2**69], range(10)[-2**70:2**70]
range(5)[5]
range(5)['a']
range(5)[1.0]
range(5)[2**70]
range(1.0)
range('a')
range()
range(1, 2, 3, 4)
range(1, 2, 0)
range(x=1)
range(1, None)
range(5).index(7), 
range(5).index('a')
range(5).index(3.0), range(5).count(3), range(5).count('a'), 3.0 in range(5), 'a' in range(5), 2.5 in range(5), True in range(2), 2**70 in range(2**71), range(0, 10, 3).index(6)
range(3) == range(0, 3, 1), range(0) == range(5, 2), range(0, 3, 2) == range(0, 4, 2), range(1, 2, 5) == range(1, 3, 9), range(3) == [0, 1, 2], hash(range(0)) == hash(range(2, 1)), hash(range(0, 3, 2)) == hash(range(0, 4, 2))
range(3) < range(4)
range(3) + range(3)
range(3) * 2
len(range(2**70))
range(3).start = 5
range(3).foo
class R(range): pass
""")
