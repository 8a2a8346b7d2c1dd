# covers: Emulating numeric types; __format__; __round__
"""Floats as text: shortest digits, every kind of specification, what is refused."""

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
[repr(x) for x in (1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 2**53+0.0, 0.1+0.2, -0.0, 1e22, 1e23)]
['%.17g' % x for x in (0.1, 1e23, 5e-324, 2.5)]
['%r' % x for x in (1e16, 1e-5)]
[f'{x:.0f}' for x in (0.5, 1.5, 2.5, 1e22, 1e23, -0.5)]
[f'{x:#.0f}' for x in (0.5, 1.0)]
[f'{x:g}' for x in (1e5, 1e6, 123456.7, 1e-4, 1e-5, 0.0, -0.0)]
[f'{x:#g}' for x in (1e5, 1e6, 123456.7, 1e-4, 1e-5, 0.0)]
[f'{x:n}' for x in (1e5, 1234567.8, 0.1)]
[f'{x:%}' for x in (0.1, 1.005, -0.00001)]
f'{1.5:z.0f} {-0.2:z.0f} {-0.0:z} {-0.0:z.3e} {-1e-9:z.2%}'
f'{1234567.891:,} {1234567.891:_} {1234567.891:,.2f} {1234567.891:_.1f} {1e10:,} {1e100:,.0f}'
f'{1234567.891:020,.2f}|{1234567.891:<20,.2f}|{1234567.891:^+20,.2f}|{-1234567.891:=+20_.2f}'
f'{float("nan"):010}|{float("inf"):+010}|{float("-inf"):010}|{float("nan"):x>10}|{float("inf"):F}|{float("nan"):G}'
f'{0.0:e} {0.0:.0e} {0.0:#.0e} {1e300:.50f}'[:80]
f'{1.0:.1000f}'.__len__()
f'{2.0:.500g}'
f'{2.5:1.1}|{25.0:.1}|{25.0:.2}|{250.0:.2}|{0.00025:.1}'
f'{1.1:=10}|{1.1:<010}|{1.1:>010}|{1.1:^010}|{1.1:010}|{-1.1:010}'
format(1.5, 'd')
format(1.5, 's')
format(1.5, 'x')
format(1.5, 'c')
format(1.5, '.')
format(1.5, '.-1')
format(1.5, ',_')
format(1.5, '_,')
format(1.5, ',,')
format(1.5, ',n')
format(1.5, '_n')
format(1.5, '10.')
format(1.5, '99999999999999999999')
format(1.5, '.99999999999999999999')
format(1.5, '.2147483648f')
format(1.5, '#')
format(1.0, '#')
format(1e16, '#')
format(1.5, 'z#+020.3f')
format(1, 'z')
format(1, 'zd')
format('a', 'z')
format(True, '5')
format(True, 'd')
format(True, '05')
format(True, 's')
""")
