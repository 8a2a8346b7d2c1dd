# covers: Emulating buffer types; __buffer__; __release_buffer__
"""Views: items, casts of shape and format, comparison, and what a released one refuses."""

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
memoryview(b'abc')[0], memoryview(b'abc')[-1], memoryview(b'abc')[1:].tobytes(), memoryview(b'abc')[::-1].tolist(), len(memoryview(b'abc')), memoryview(b'abc') == b'abc', b'abc' == memoryview(b'abc'), memoryview(b'abc') == memoryview(bytearray(b'abc')), memoryview(b'abc')[::2] == b'ac'
memoryview('a')
memoryview(5)
memoryview()
memoryview(b'a', b'b')
memoryview(object=b'a').nbytes
memoryview(b'abc')[3]
memoryview(b'abc')['a']
memoryview(b'abc')[1.5]
memoryview(b'abc')[0, 0]
memoryview(b'abc')[()]
memoryview(b'abc')[...]
memoryview(b'abc')[0:1, 0:1]
memoryview(b'abc')[None]
memoryview(b'abc')[2**70]
memoryview(b'abc').__setitem__(0, 1)
memoryview(bytearray(b'abc')).__setitem__(0, 300)
memoryview(bytearray(b'abc')).__setitem__(0, 'a')
memoryview(bytearray(b'abc')).__setitem__(0, b'a')
memoryview(bytearray(b'abc')).__setitem__(5, 1)
memoryview(bytearray(b'abc')).__setitem__(slice(0, 2), b'x')
memoryview(bytearray(b'abc')).__setitem__(slice(0, 2), b'xy')
memoryview(bytearray(b'abc')).__setitem__(slice(0, 2), 5)
memoryview(bytearray(b'abc')).__setitem__(slice(0, 2), [1, 2])
memoryview(bytearray(b'abc')).__setitem__(slice(None, None, 2), b'xy')
memoryview(bytearray(b'abc')).__delitem__(0)
memoryview(bytearray(b'abc')).__setitem__('a', 0)
memoryview(bytearray(b'abcd')).cast('H').__setitem__(slice(0, 1), b'xy')
m = memoryview(bytearray(8)); c = m.cast('i'); c[0] = -1; m.tolist(), c.tolist()
c[0] = 2**31
c[0] = 1.5
m.cast('f')[0], m.cast('d').tolist(), m.cast('q').tolist(), m.cast('?').tolist(), m.cast('c').tolist()[:2], m.cast('b').tolist()[:2], m.cast('@i').format, m.cast('P').format if 0 else 1
m.cast('c')[0] = 5
m.cast('c')[0] = b'ab'
m.cast('c')[0] = b'a'
m.cast('?')[1] = []
m.cast('d')[0] = 'a'
m.cast('d')[0] = 10**400
m.cast('e').tolist()
m.cast('x')
m.cast('<i')
m.cast('ii')
m.cast('')
m.cast(5)
m.cast('i', 5)
m.cast('i', [2, 2])
m.cast('B', [2, 4]).tolist(), m.cast('B', (2, 2, 2)).tolist(), m.cast('B', [8]).shape, m.cast('H', [2, 2]).strides
m.cast('B', [0])
m.cast('B', [-8])
m.cast('B', ['a'])
m.cast('B', [2, 4])[0]
m.cast('B', [2, 4])[1, 2], m.cast('B', [2, 4])[-1, -1]
m.cast('B', [2, 4])[2, 0]
m.cast('B', [2, 4])[0, 4]
m.cast('B', [2, 4])[0, 0:1]
m.cast('B', [2, 4])[1, 2, 3]
m.cast('B', [2, 4])['a', 0]
m.cast('B', [2, 4]).cast('B').shape, m.cast('i').cast('B').nbytes
m.cast('i').cast('H')
m[::2].cast('B')
memoryview(b'abc').cast('i')
len(m.cast('B', [2, 4])), list(m.cast('B', [8])) == [0] * 8 or 1
list(m.cast('B', [2, 4]))
hash(memoryview(b'a')) == hash(b'a')
hash(memoryview(bytearray(b'a')))
hash(memoryview(b'abcd').cast('i'))
hash(memoryview(b'abcd').cast('c')) == hash(b'abcd')
memoryview(b'abc').readonly, memoryview(b'abc').toreadonly().readonly, memoryview(b'abc').obj, memoryview(b'abc').itemsize, memoryview(b'abc').ndim, memoryview(b'abc').shape, memoryview(b'abc').strides, memoryview(b'abc').suboffsets, memoryview(b'abc').c_contiguous, memoryview(b'abc')[::2].contiguous, memoryview(b'abc')[::2].f_contiguous, memoryview(b'abc')[::-1].strides
memoryview(b'abc').readonly = 1
memoryview(b'abc').foo
memoryview(b'abcdef')[::2].tobytes('F'), memoryview(b'ab').tobytes(order=None), m.cast('B', [2, 4]).tobytes('F')
memoryview(b'ab').tobytes('X')
memoryview(b'ab').tobytes(5)
memoryview(b'ab').hex(':'), memoryview(b'abcd')[::2].hex(), memoryview(b'abcd').hex('-', 2)
memoryview(b'ab').hex(5)
98 in memoryview(b'ab'), b'b' in memoryview(b'ab'), 'a' in memoryview(b'ab')
memoryview(b'ab').index(98), memoryview(b'ab').count(97)
memoryview(b'ab').index(5)
list(reversed(memoryview(b'ab'))), bytes(memoryview(b'ab')), list(memoryview(b'ab')), sorted(memoryview(b'ba')), bytearray(memoryview(b'ab')[::-1])
memoryview(b'ab') < memoryview(b'b')
memoryview(b'a') + b'b'
memoryview(b'a') * 2
memoryview(b'ab') == 'ab', memoryview(b'ab') == [97, 98], memoryview(b'ab') != b'ab', memoryview(b'abcd').cast('i') == memoryview(b'abcd').cast('I'), memoryview(b'abcd').cast('i') == b'abcd', memoryview(bytes(8)).cast('d') == memoryview(bytes(8)).cast('q'), memoryview(b'') == memoryview(b'').cast('c')
repr(memoryview(b''))[:10], str(memoryview(b''))[:10]
bool(memoryview(b'')), bool(memoryview(b'\\0'))
memoryview(memoryview(b'ab')).obj, memoryview(b'ab')[1:].obj
class M(memoryview): pass
""")
m = memoryview(b'abc'); r = m[1:]
m.release(); m.release()
print(repr(m)[:20], r.tolist())
for s in ('m[0]', 'len(m)', 'm.tolist()', 'm.tobytes()', 'm.nbytes', 'm.obj', 'm.readonly', 'm.format', 'hash(m)', 'm == m', 'm == b"abc"', 'b"abc" == m', 'm.cast("B")', 'm.hex()', 'list(m)', 'm.toreadonly()', 'memoryview(m)', 'bytes(m)', 'm.__enter__()', 'm.__exit__(None, None, None)', 'm.c_contiguous', 'bool(m)', '97 in m', 'm[0] = 5', 'm.ndim', 'm.shape', 'm.itemsize', 'b"".join([m])', 'm.index(97)'):
    try: print(s, eval(s))
    except BaseException as e: print(s, type(e).__name__, e)
b = bytearray(b'abc')
with memoryview(b) as v:
    w = v[1:]
    try: b.append(1)
    except BufferError as e: print(e)
    try: v.release()
    except BufferError as e: print('R', e)
try: b.append(1); print(b)
except BufferError as e: print(e)
w.release(); b.append(1); print(b)
v = memoryview(b); w = memoryview(v)
try: v.release(); print('released', bytes(w))
except BufferError as e: print('R', e)
i = iter(memoryview(bytearray(b'abc'))); print(next(i), i.__length_hint__(), type(i).__name__)
