# covers: __format__; Emulating numeric types
"""Format specifications of integers and strings, and the operator % of strings and bytes."""

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
[format(12345, s) for s in ('', 'd', 'b', 'o', 'x', 'X', '#x', '#X', '#b', '#o', 'n', 'e', 'f', 'g', '%', '.2f', ',', '_', '_x', '_b', '_o', '#_X')]
[format(0, s) for s in ('', '#x', '#b', ',', '05,', '010,', '+', ' ', 'c')].__len__()
format(-1, 'c')
format(65, '+c')
format(65, '#c')
format(65, ',c')
format(65, '_c')
format(65, '.1c')
format(65, '.1')
format(65, '.1d')
format(65, ',x')
format(65, ',b')
format(65, ',n')
format(65, 's')
format(65, 'y')
format(65, '\\n')
format(65, '\\0')
format(65, 'é')
format(65, '\\ud800')
format(65, 'dd')
format(65, 'd ')
format(65, '5.d')
format(65, '{')
format(10**400, 'e')
format(10**400, 'f')
format(10**400, 'g')
format(10**400, '%')
format(10**30, 'e'), format(10**30, ','), format(10**30, 'n'), format(2**100, 'x'), format(-2**100, '_b')[:20]
format(5, '<<5'), format(5, '>>5'), format(5, '==5'), format(5, '^^5'), format(5, '\\u20ac>5'), format(5, '0<5'), format(5, '<05'), format(5, '00005'), format(5, '=05'), format(-5, '=05'), format(-5, '>05'), format(-5, 'x=5'), format(5, '+x'), format(5, ' x')
format('a', '=5')
format('a', '05'), format('a', '<05'), format('a', '5.0'), format('abc', '.2'), format('abc', '5.2s'), format('abc', '^7'), format('', '3'), format('a', 's'), format('abc', '\\u20ac^6')
format('a', '+')
format('a', ' ')
format('a', '#')
format('a', ',')
format('a', '_')
format('a', 'd')
format('a', 'q')
format('a', '=')
format('a', '0=5')
format('a', '.')
format('a', '5.5.5')
format(None, '5')
format(None, '')
format([], 's')
format(object, '<')
format(b'a', 'x')
format((), ' ')
format({}, '')
format(5, 5)
format(5, None)
format()
format(5, '', '')
(5).__format__()
(5).__format__(5)
object().__format__('x')
'%x %X %o %#x %#o %d %i %u' % (255, 255, 8, 255, 8, 5, -5, 5)
'%5d|%-5d|%05d|%+d|% d|%+05d|%-05d|%.3d|%8.3d|%-8.3d|%08.3d' % ((5,) * 11)
'%c%c' % (65, 'b')
'%c' % 'ab'
'%c' % -1
'%c' % 1.5
'%c' % ''
'%c' % b'a'
'%d' % '5'
'%d' % 1.9
'%d' % None
'%x' % 1.5
'%x' % '1'
'%s'
'%s' % ()
'%s' % (1, 2)
'%s %s' % 1
'%(a)s' % {'a': 1}
'%(a)s' % 5
'%(a)s' % (1,)
'%(a)s %s' % {'a': 1}
'%(a' % {'a': 1}
'%(a)' % {'a': 1}
'%(b)s' % {'a': 1}
'%((a))s' % {'(a)': 1}
'%*d|%-*d|%.*f|%*.*f' % (5, 1, 5, 1, 2, 1.5, 8, 3, 1.5)
'%*d' % ('a', 1)
'%.*f' % (1.5, 1)
'%*d' % (2**70, 1)
'%99999999999999999999d' % 1
'%.99999999999999999999d' % 1
'%y' % 1
'%\\n' % 1
'%é' % 1
'%' % ()
'%5' % 1
'%%' % ()
'%%' % 1
'%%' % {}
'%5%|' % ()
'%l' % 1
'%ld %hd %Ld' % (1, 2, 3)
'%lld' % 1
'%a %r' % ('é', 'é')
'%.2s|%5.1s|%-5s|%.0s' % ('abc',) * 1 if 0 else 1
'%.2s|%5.1s|%-5s|%.0s' % ('abc', 'abc', 'abc', 'abc')
'%e %E %g %G %f %F' % (1e10, 1e10, 1e10, 1e-10, float('inf'), float('nan'))
'%#.0f %#g %+.1e %08.2f %-8.2f|' % (1.0, 1.0, 1.0, -1.5, 1.5)
'x' % [], 'x' % {}, '' % b'' if 0 else 1
'x' % 1
'x' % (1,)
'x' % 'y'
'x' % b'y'
'x' % [1]
'x' % range(3)
b'%d %x %s %a %r %c %b' % (1, 255, b'x', 'é', 'é', 65, b'q')
b'%s' % 'a'
b'%b' % 5
b'%c' % 256
b'%c' % b'ab'
b'%c' % 'a'
b'%(a)s' % {b'a': b'1'}
b'%(a)s' % {'a': b'1'}
b'%f' % 'a'
b'%d' % 'a'
b'%y' % 1
b'%s' % ()
b'x' % 1
""")
