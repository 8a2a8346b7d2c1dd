# covers: Emulating numeric types; __int__; __index__
"""Integers from text of all bases and from bytes, and their operators at the edge."""

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
[int(s) for s in ('1_0', ' -5 ', '+7', '0', '00', '-0', '\\n5\\t', '٣', '１２', '-\\u0663')]
int('010', 0)
int('0_1', 0)
int('0b2', 0)
int('_1')
int('1__1')
int('1_')
int('')
int(' ')
int('- 1')
int('--1')
int('1.5')
int('1e5')
int('0b1', 3)
int('9', 8)
int('z', 35)
int('1', 37)
int('1', 1)
int('1', -1)
int('1', 2**70)
int(1, 2)
int(1.5, 2)
int('1', 'a')
int('1', None)
int('1', 2.0)
int(base=5)
int('1', base=True)
int('1', base=10)
int(x='1')
int(b'12'), int(bytearray(b' 12 ')), int(b'ff', 16), int(memoryview(b'12')) 
int(b'1\\xff')
int(memoryview(b'12'), 16)
int(b'\\0')
int('1\\0')
int('\\ud800')
int('5\\u2003')
int('\\u3007')
int(None)
int([])
int(object)
int('a' * 300)
int('1' * 5000)
str(10**5000)
int('1' * 4300) % 10
len(str(10**4299))
str(10**4300)
'%d' % 10**5000
f'{10**5000}'
f'{10**5000:x}'.__len__()
f'{10**5000:,}'
hex(10**5000).__len__()
int('f' * 5000, 16) % 7
int('7' * 5000, 8) % 7
int('1' * 5000, 36)
int('1' * 5000, 32) % 7
int('1_' * 4300 + '1')
int('-' + '1' * 4301)
int(' ' * 5000 + '1')
int('0' * 5000)
int.from_bytes(b'', 'big'), int.from_bytes(b'\\xff'), int.from_bytes(b'\\xff', signed=True), int.from_bytes([1, 2], 'little'), int.from_bytes(range(3)), int.from_bytes(bytearray(b'\\x80\\0'), signed=True)
int.from_bytes('a', 'big')
int.from_bytes([256], 'big')
int.from_bytes([-1], 'big')
int.from_bytes(['a'], 'big')
int.from_bytes(5, 'big')
int.from_bytes(b'a', 'BIG')
int.from_bytes(b'a', 5)
int.from_bytes(b'a', None)
int.from_bytes()
bool.from_bytes(b'\\0'), bool.from_bytes(b'\\1')
(5).to_bytes(), (255).to_bytes(1), (0).to_bytes(0), (-1).to_bytes(2, signed=True), (-128).to_bytes(1, signed=True), (1000).to_bytes(3, 'little'), True.to_bytes(2)
(256).to_bytes(1)
(-1).to_bytes(1)
(128).to_bytes(1, signed=True)
(1).to_bytes(0)
(1).to_bytes(-1)
(1).to_bytes(1, 'x')
(1).to_bytes(2**70)
(1).to_bytes('a')
(1).to_bytes(1, 'big', True)
(2**70).bit_length(), (-2**70).bit_count(), (0).bit_length(), (-1).bit_length(), (2**200-1).bit_count(), True.bit_length(), (5).as_integer_ratio(), (5).is_integer(), (5).numerator, (5).denominator, True.real, (-5).conjugate()
(5).__round__(-1), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (5).__index__(), (5).__getnewargs__(), (5).__format__('>5'), (5).__divmod__(3), (5).__rdivmod__(3), (5).__rpow__(2), (5).__pow__(2, 7), (5).__rsub__(3)
(5).__round__('a')
(5).__round__(1, 2)
(5).__pow__(2.0), (5).__pow__('a'), (5).__pow__(2, 2.0)
(5).__add__(1.0), (5).__eq__(5.0), (5).__lt__('a'), (5).__divmod__(0.5)
(5).__divmod__(0)
(5).__lshift__(-1)
1 << -1
1 >> -1
1 << 2**70
0 << 2**70
1 >> 2**70, -1 >> 2**70, -5 >> 1, -5 >> 100, -(2**64) >> 64, -(2**64) - 1 >> 64, ~2**70, -2**70 & 2**69, -2**70 | 1, -2**70 ^ -1, 2**70 & -1
True + True, True & 1, True & True, True | False, True ^ True, -True, True ** 2, True / 2, True << 3, True // True, True % 2, divmod(True, 2), True == 1.0, True is (1 == 1), abs(True), int(True), +True
bool('False'), bool([]), bool(0.0), bool(None), bool(...), bool(b''), bool(range(0))
bool(1, 2)
bool(x=1)
bool(NotImplemented)
""")
