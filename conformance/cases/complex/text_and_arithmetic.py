# covers: Emulating numeric types; __complex__
"""Complex numbers: signs of zero, reading, operators, formats."""

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
[1j, -1j, 0j, -0j, 1+0j, complex(-0.0, 0), complex(-0.0, -0.0), complex(0.0, -0.0), complex(1e16, 1e-5), complex('nan+infj'), complex(float('-nan'), float('-inf')), 1e100j]
[str(x) for x in (1+1j, complex(0, -0.0), complex(-0.0, 1), complex(1.5, -2.5))]
[complex(s) for s in ('1', 'j', '-j', '+j', '1+j', '1-j', ' 1+2j ', '(1+2j)', ' ( 1+2j ) ', '1e5+1e-5j', 'inf', 'nanj', 'inf-infj', '1_0+2_0j', '.5j', '5.j', '1J', '١+٢j')]
complex('1 + 2j')
complex('1+2')
complex('1j+2')
complex('(1+2j')
complex('((1))')
complex('')
complex('j1')
complex('1+2jj')
complex('++1j')
complex('1__0')
complex('1\\0')
complex(b'1')
complex('1', 2)
complex(1, '2')
complex('1', '2')
complex(real='1')
complex(imag=1)
complex(1, 2, 3)
complex(1j, 2j), complex(1, 2j), complex(1j, 1), complex(1+2j, 3+4j), complex(True, False), complex(10**10), complex(0.0, -0.0)
complex(10**400)
complex([])
complex(None)
complex(1, None)
complex(1, [])
(1+2j).__complex__(), (1+2j).conjugate(), (1+2j).real, (1+2j).imag, (1+2j).__getnewargs__()
int(1j)
float(1j)
1j < 1
1j > 1j
1j // 1
1j % 1
divmod(1j, 1)
round(1j)
1j == 1, 1j == 1j, 1+0j == 1, 1+0j == True, complex(2**53) == 2**53+1, complex('nan') == complex('nan'), 1+0j == 1.0, 1j != None
(1+2j)*(3-4j), (1+2j)/(3-4j), (1+2j)**2, (1+2j)**-2, (1+2j)**0.5, (1+2j)**(1+2j), 0j**0, 0j**2, 2**(1j), (-1)**(0.5j), (1j)**100, (1j)**101, (1+1e-10j)**100
0j ** -1
0j ** 1j
1j / 0
1j / 0j
pow(1j, 2, 3)
(1e200+1e200j)**2
(1e200+1e200j)**3.5
complex(float('inf'), 1) * complex(1, 1), complex(float('inf'), 1) / complex(1, 1), complex(1, 1) / complex(float('inf'), float('inf')), complex(1e308, 1e308) * 10, 1 / complex(0, 5e-324) if 0 else 1
f'{1+2j}', f'{1+2j:.2f}', f'{1+2j:10}', f'{1+2j:<10}|', f'{1+2j:^12}|', f'{1+2j:+.1e}', f'{1+2j:,}', f'{1234567.5+2j:,}', f'{1+2j:g}', f'{-0j:g}', f'{1+2j:n}', f'{1j:#g}', f'{complex("nan"):f}', f'{1.5j:x<20}', f'{0j:z}' 
format(1j, '010')
format(1j, '=10')
format(1j, 'd')
format(1j, '%')
format(1j, 's')
format(1j, '0')
-(1+0j), +(1-0j), -complex(0.0, 0.0), 1j - 1j, 1 - 1j, 1 - 0j, 0 - 1j, 1j * 1, -1 * 1j, 1.0 * 1j
complex.from_number
complex.__getformat__
'%s %r' % (1j, 1j)
'%f' % 1j
'%d' % 1j
bool(0j), bool(-0j), bool(complex('nan'))
""")
