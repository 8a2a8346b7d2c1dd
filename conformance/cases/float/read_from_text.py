# covers: Emulating numeric types; __float__; __round__
"""Floats from text, bytes and hexadecimal, and rounding at the edge of their range."""

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
float('1__0')
float('_1')
float('1_')
float('1._5')
float('1_.5')
float('1e_5')
float('')
float(' ')
float('1 2')
float('nan ')
float('nan(1)')
float('1\\0')
float('1' + '0'*400)
float('1' * 5000)
float(10**400)
float(-10**308 * 10)
float(2**1024 - 1)
float(2**1024 - 2**970)
float(2**1024 - 2**970 - 1)
float(2**53 + 1)
float(2**53 + 3)
float(b'1.5')
float(bytearray(b' 1.5 '))
float(memoryview(b'1.5'))
float(b'1\\xff')
float(b'1_0')
float([])
float(None)
float(1, 2)
float(x=1)
float(1j)
float('\\u0661')
float('\\u2003 5\\u2003')
float('5\\ud800')
float.fromhex('1.8')
float.fromhex('-nan')
float.fromhex(' inf ')
float.fromhex('')
float.fromhex('1p1_0')
float.fromhex(1)
(0.1).hex()
(5e-324).hex()
(-0.0).hex()
float('inf').hex()
float('nan').hex()
(1e300).hex()
(0.5).as_integer_ratio()
(5e-324).as_integer_ratio()
float('inf').as_integer_ratio()
float('nan').as_integer_ratio()
(1e22).as_integer_ratio()
(2.0).is_integer(), (2.5).is_integer(), float('inf').is_integer(), (1e300).is_integer()
float.__getformat__('double'), float.__getformat__('float')
float.__getformat__('x')
float.__getformat__(1)
(1.5).conjugate(), (1.5).real, (1.5).imag
(1.5).__trunc__(), (1.5).__floor__(), (-1.5).__ceil__()
float('inf').__trunc__()
float('nan').__floor__()
int(float('nan'))
int(float('-inf'))
int(1e300) == 10**300, int(1e300) % 1000
round(float('nan'))
round(float('inf'))
round(float('inf'), 2), round(float('nan'), 400), round(1.5, -400), round(1.5, 400)
round(2.675, 2), round(0.5), round(1.5), round(2.5), round(-0.5), round(1e22, -20), round(5e-324, 323), round(5e-324, 324)
round(1.7976931348623157e308, -308)
round(1.5, None), round(1.25, 1), round(1.35, 1), round(25.0, -1), round(35.0, -1), round(-25.0, -1), round(1e16, -1), round(12345.678, -2)
round(1.5, 1.0)
round(1.5, '1')
round(1.5, 2**70)
round(1.5, -2**70)
round(5, 2**70)

round(15, -1), round(25, -1), round(-15, -1), round(-25, -1), round(10**30+5, -1), round(5, -1), round(6, -1), round(50, -2), round(51, -2)
round(True, 1), round(True), round(True, -1)
round('a')
round(1, 2, 3)
round()
round(number=1.25, ndigits=1)
round(1.25, digits=1)
""")
