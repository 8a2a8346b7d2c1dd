# covers: Emulating container types; __bytes__
"""Methods of bytes with arguments at the edge and of wrong kinds."""

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
bytes(5), bytes(b'a'), bytes([1, 2]), bytes('é', 'utf-8'), bytes(range(3)), bytes(), bytes(memoryview(b'ab')), bytes(True), bytes((1,)), bytes({1: 2}), bytes(bytearray(b'x'))
bytes(-1)
bytes('a')
bytes([256])
bytes([-1])
bytes(['a'])
bytes(1.5)
bytes(None)
bytes(2**70)
bytes(5, 'ascii')
bytes(b'a', 'ascii')
bytes('a', errors='strict')
bytes(errors='strict')
bytes('a', 'ascii', 'strict', 1)
bytes(source=b'a')
bytes(x=1)
bytes([1], 'ascii')
bytes(iter([1, 2, 300]))
bytearray(-1)
bytearray('a')
bytearray([256])
bytearray('a', 'ascii'), bytearray(3), bytearray(), bytearray(b'a'), bytearray([True])
bytearray(5, 'ascii')
bytes.fromhex('0aFF'), bytes.fromhex(' 0a\\tff\\n'), bytes.fromhex(''), bytearray.fromhex('61')
bytes.fromhex('0')
bytes.fromhex('0 a')
bytes.fromhex('0g')
bytes.fromhex('zz')
bytes.fromhex('é0')
bytes.fromhex(b'0a')
bytes.fromhex(5)
b'\\x00\\xff'.hex(), b'abc'.hex(':'), b'abcdef'.hex('-', 2), b'abcdef'.hex('-', -4), b'abc'.hex(sep=b':'), b''.hex(':'), b'abc'.hex(':', 0), b'ab'.hex(':', 100)
b'a'.hex('')
b'a'.hex('ab')
b'a'.hex('é')
b'a'.hex(5)
b'a'.hex(':', 'x')
b'abc'.find(98), b'abc'.find(b''), b'abc'.count(97), b'abc'.count(b''), b'abc'.index(b'c'), 98 in b'abc', b'bc' in b'abc', b'' in b'', b'abc'.rfind(99, 0, -1), b'aXbX'.rindex(88), b'abc'.find(True)
b'abc'.find('a')
b'abc'.find(256)
b'abc'.find(-1)
b'abc'.find(1.5)
b'abc'.index(b'z')
b'abc'.index(200)
256 in b'abc'
-1 in b''
'a' in b'abc'
None in b'abc'
2**70 in b'a'
b'abc'.split(b''), 
b'a,b'.split(','), 
b'a b'.split(), b' a\\x0bb\\x1cc '.split(), b'a,b,c'.rsplit(b',', 1), b'a'.split(b','), b''.split(), b''.split(b',')
b'abc'.split(97)
b'a\\nb\\r\\nc\\x0bd\\x1ce\\x85'.splitlines(), b'a\\n'.splitlines(True)
b','.join([b'a', bytearray(b'b'), memoryview(b'c')])
b','.join(['a'])
b','.join([1])
b','.join(b'ab')
b','.join(5)
b'abc'.replace(b'b', b'XX'), b'abc'.replace(b'', b'-'), b'aaa'.replace(b'a', b'b', 2)
b'abc'.replace('a', b'b')
b'abc'.replace(b'a', 5)
b'abc'.translate(None, b'b'), b'abc'.translate(bytes(range(256))), b'abc'.translate(bytes(256), delete=b'a'), b'abc'.translate(bytes.maketrans(b'ab', b'xy'))
b'abc'.translate(b'x')
b'abc'.translate('x' * 256)
b'abc'.translate()
bytes.maketrans(b'a', b'bc')
bytes.maketrans('a', 'b')
bytes.maketrans(b'a')
b'abc'.startswith((b'x', b'a')), b'abc'.endswith(b'c', 0, 2), b'abc'.startswith(bytearray(b'a'))
b'abc'.startswith('a')
b'abc'.startswith([b'a'])
b'abc'.startswith((b'x', 'a'))
b'abc'.startswith(97)
b' a '.strip(), b'xax'.strip(b'x'), b'\\x0ba\\x1c'.strip(), b'abc'.lstrip(bytearray(b'a')), b'abc'.strip(None)
b'abc'.strip('a')
b'abc'.strip(97)
b'abc'.center(6, b'x'), b'abc'.ljust(5), b'abc'.center(7, bytearray(b'*')), b'-5'.zfill(4), b'a\\tb'.expandtabs(4)
b'abc'.center(6, 'x')
b'abc'.center(6, b'xy')
b'abc'.center(6, 5)
b'aBc'.upper(), b'aBc'.lower(), b'aBc'.title(), b'aBc'.swapcase(), b'aBc'.capitalize(), b'\\xe9'.upper(), b'a1 b'.title()
b'abc'.isalpha(), b''.isalpha(), b'1'.isdigit(), b'a1'.isalnum(), b' \\x0b'.isspace(), b'Ab C'.istitle(), b'\\xff'.isascii(), b'A1'.isupper(), b'\\x1c'.isspace()
b'abc'.partition(b'b'), b'abc'.rpartition(bytearray(b'z'))
b'abc'.partition('b')
b'abc'.partition(98)
b'abc'.removeprefix(b'a'), bytearray(b'abc').removesuffix(b'c')
b'abc'.removeprefix('a')
b'a' + 'b'
b'a' + 5
b'a' + bytearray(b'b'), bytearray(b'a') + b'b', b'a' + memoryview(b'b')
b'a' * 1.5
b'a' * 2**70
b'a' == bytearray(b'a'), b'a' < bytearray(b'b'), b'a' == memoryview(b'a'), b'a' == 'a', bytearray(b'a') == memoryview(b'a'), b'a' != 'a'
b'a' < 'a'
b'abc'[0], b'abc'[::2], bytearray(b'abc')[1:], b'abc'[-1]
b'abc'[5]
b'abc'['a']
b'abc'[1.5]
bytearray(b'a')[5]
bytearray(b'a')['x']
b'a'.decode(5)
b'a'.decode('ascii', 5)
b'a'.decode(encoding='utf-8', errors='x')
str(b'a'), repr(b"a'b"), repr(b'a"\\'b'), repr(b'\\n\\t\\r\\\\\\x00\\x7f'), repr(bytearray(b'\\xff\\'')), f'{b"a"}', '%s' % b'a', ascii(b'\\xe9')
hash(b'a') == hash(memoryview(b'a')), hash(b'') == hash('')
hash(bytearray())
b'%s' % bytearray(b'a'), bytearray(b'%d') % 5, b'%a' % 'é', b'%b' % memoryview(b'q')
bytes.__new__(int)
bytes.__getitem__('a', 0)
b'a'.upper(1)
b'a'.foo
b'a'.__bytes__(), b'a'.__getnewargs__(), b'abc'.__contains__(97)
b'abc'.__contains__('a')
""")
