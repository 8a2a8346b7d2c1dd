# covers: Emulating numeric types; __divmod__; __pow__
"""Division, powers and sums with zeros, infinities, huge integers and unfitting operands."""

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
1.5 // 0.5, -1.5 // 0.4, 1.5 % -0.4, -1.5 % 0.4, 1e300 % 7, -1e-20 % 3, -0.0 % 3, 0.0 % -3, 5.0 % float('inf'), -5.0 % float('inf')
5.0 // float('inf'), -5.0 // float('inf'), float('inf') // 5, float('inf') % 5, divmod(float('inf'), 2), divmod(-5.0, float('inf')), divmod(5, float('-inf'))
divmod(1.0, 0.1), divmod(-1.0, 0.1), divmod(0.3, -0.1), divmod(-0.0, 1), divmod(3, -0.0 + 2)
1.0 / 0
1.0 // 0
1.0 % 0
divmod(1.0, 0)
1 / 0
1 // 0
1 % 0
divmod(1, 0)
0.0 ** -1
0 ** -1
0 ** -1.0
(-0.0) ** -1
(-0.0) ** -3
(-8) ** (1/3)
(-8.0) ** 0.5
pow(-8.0, 0.5)
pow(2.0, 1, 3)
pow(2, 1.0, 3)
pow(2, 1, 3.0)
pow(2, -1, 7), pow(3, -2, 7), pow(-3, -1, 7), pow(3, -1, -7), pow(0, 0, 1), pow(5, 0, 1), pow(5, 0, -1), pow(-5, 3, 7), pow(5, 3, -7), pow(-5, 3, -7)
pow(2, -1, 4)
pow(2, 3, 0)
pow(2, -1, 0)
pow(2, -1)
pow('a', 2)
pow(2, 'a', 3)
pow(2, 3, 'a')
pow(None, None, None)
2 ** 'a'
'a' ** 2
2.0 ** 1024
10.0 ** 309
(-10.0) ** 309
2.0 ** -1080
float('inf') ** 0, float('nan') ** 0, 1 ** float('nan'), (-1) ** float('inf'), (-2.0) ** float('inf'), 0.5 ** float('-inf'), float('-inf') ** 3, float('-inf') ** -3, float('-inf') ** 0.5, (-0.0) ** 0.5
1e308 * 10, -1e308 * 10, 1e308 + 1e308, 1e-320 / 1e10, float('inf') - float('inf'), float('inf') * 0
1e308 * 10 == float('inf')
2**1024 * 1.0
1.0 + 10**400
1.0 < 10**400, 1e308 > 10**400, float('inf') > 10**400, float('nan') < 10**400, 2**53 + 1 == 2.0**53, 2**53 == 2.0**53, 10**22 == 1e22, 10**23 == 1e23, 10**23 > 1e23
10**400 / 10**399, 10**400 / 3**800, 1 / 10**400, -1 / 10**323, 5 / 10**324
10**400 / 3
10**400 / 1.0
10**400 // 1.0
(10**400) % 1.0
3 // 10**400, -3 // 10**400, -3 % 10**400 == 10**400 - 3, divmod(-3, 10**400)[0]
hash(1.0), hash(0.5), hash(float('inf')), hash(float('-inf')), hash(-0.0), hash(1e300), hash(2**61 - 1), hash(2**61 - 2), hash(-1), hash(-1.0), hash(-2), hash(2**61), hash(0.1), hash(-(2**61-1))
hash(1j), hash(1+2j), hash(-1j), hash(complex(0, float('inf'))), hash(complex(-1, 0)), hash(complex(1e300, -0.5))
sum([0.1]*10), sum([1e16, 1.0, -1e16]), sum([0.1]*10, 0.0), sum([1, 2.5, 3]), sum([float('inf'), float('-inf')]), sum([1e308, 1e308, -1e308]), sum([True, 2.0]), sum([1j, 0.1, 0.2]), sum([10**400, 1]), sum([-0.0]), sum([-0.0, -0.0], -0.0)
sum([10**400, 0.5])
sum([0.5, 10**400])
sum(['a'], '')
sum([b'a'], b'')
sum([bytearray()], bytearray())
sum([[1], [2]], [])
sum([], 5), sum((), start=1.5), sum([1], start='a'[:0] and 1 or 2)
sum(5)
sum()
sum([1], x=2)
abs(-0.0), abs(float('-inf')), abs(-2**70), abs(3+4j), abs(complex('inf-nanj')), abs(complex(1e308, 1e308) / 10)
abs(complex(1.7e308, 1.7e308))
""")
