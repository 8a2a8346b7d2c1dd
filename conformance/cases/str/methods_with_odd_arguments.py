# covers: Emulating container types; The standard type hierarchy
"""Methods of strings with arguments at the edge and of wrong kinds."""

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
'abc'.center(10, 'xy')
'abc'.center(10, '')
'abc'.center(10, None)
'abc'.center(10.0)
'abc'.center(-5), 'abc'.ljust(5, '\\U0001f600'), 'ab'.center(5), 'a'.center(4), 'abc'.center(6, '*'), 'ab'.center(7, '*')
'abc'.zfill(5), '-5'.zfill(5), '+5'.zfill(2), '--1'.zfill(5), ''.zfill(3), '\\u0661'.zfill(3)
'a,b,,c'.split(','), ',a,'.split(','), ''.split(','), ''.split(), '  a  b '.split(), '  a  b '.split(' '), 'a b c'.split(None, 1), ' a b c '.split(None, 1), 'a  b  c'.rsplit(None, 1), ' a b  '.rsplit(None, 1), 'aaa'.split('aa'), 'aaa'.rsplit('aa')
'abc'.split('')
'abc'.split(None, 'x')
'abc'.split(5)
'abc'.split(b'a')
'abc'.split(sep='b', maxsplit=-5), 'abc'.split(maxsplit=0), 'a\\x1cb\\x85c\\u2028d'.split(), 'abc'.split('b', 0), 'abc'.split('b', True)
'abc'.split('b', 1.0)
'a\\nb\\r\\nc\\rd\\x0be\\x0cf\\x1cg\\x85h\\u2028i\\u2029j'.splitlines(), 'a\\n\\nb\\n'.splitlines(True), ''.splitlines(), '\\n'.splitlines(), '\\r\\r\\n'.splitlines(keepends=1)
'a'.splitlines('x')
'a'.splitlines(None), 'a\\n'.splitlines(keepends=5)
'abcabc'.partition('bc'), 'abcabc'.rpartition('bc'), 'abc'.partition('x'), 'abc'.rpartition('x')
'abc'.partition('')
'abc'.partition(None)
'abcabc'.replace('b', 'X', 1), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), ''.replace('', 'x'), ''.replace('', 'x', 0), ''.replace('a', 'x'), 'aaa'.replace('aa', 'b'), 'abc'.replace('b', 'bb', -1), 'abc'.replace('abc', ''), 'aXa'.replace('a', '\\u20ac', count=1)
'abc'.replace('a')
'abc'.replace('a', None)
'abc'.replace('a', 'b', 'c')
'abc'.replace('a', 'b', cnt=1)
'abcabc'.find('c', -2), 'abc'.find('', 3), 'abc'.find('', 4), 'abc'.find('', -10, -20), 'abc'.rfind('', 0, 2), 'abc'.index('', 2**70) if 0 else 1, 'abc'.find('a', None, None), 'abc'.find('c', -2**70, 2**70), 'abc'.rfind('a', 1), 'abc'.count(''), 'abc'.count('', 3), 'abc'.count('', 4), 'aaa'.count('aa'), ''.count(''), 'abc'.count('', 1, 2)
'abc'.index('x')
'abc'.rindex('x')
'abc'.find(5)
'abc'.find('a', 'b')
'abc'.find('a', 1.5)
'abc'.find()
'abc'.find('a', 1, 2, 3)
'abc'.startswith(('x', 'a')), 'abc'.startswith(()), 'abc'.startswith('', 3), 'abc'.startswith('', 4), 'abc'.endswith('', 0, 0), 'abc'.startswith('b', 1), 'abc'.endswith(('c',), 0, -1), 'abc'.startswith('abc', -3)
'abc'.startswith(['a'])
'abc'.startswith(('a', 5))
'abc'.startswith(('x', 5))
'abc'.startswith(5)
'abc'.startswith('a', 'b')
'abc'.startswith()
'  ab '.strip(), 'xxabxx'.strip('x'), 'xyaxy'.lstrip('xy'), 'xyaxy'.rstrip('yx'), 'abc'.strip(''), 'abc'.strip(None), '\\u2003a\\u3000'.strip(), '\\x1ca\\x1f'.strip()
'abc'.strip(5)
'abc'.strip(b'a')
'abcabc'.removeprefix('abc'), 'abc'.removesuffix(''), 'abc'.removesuffix('bc'), 'abc'.removeprefix('abcd')
'abc'.removeprefix(('a',))
','.join('abc'), ''.join([]), ','.join(['a']), ','.join({'a': 1, 'b': 2}), ','.join(x for x in 'ab')
','.join([1])
','.join(['a', b'b'])
','.join(['a', None, 'b'])
','.join(5)
','.join()
','.join('a', 'b')
'a\\tb'.expandtabs(), 'a\\tb\\n\\tc'.expandtabs(4), '\\t'.expandtabs(0), '\\ta'.expandtabs(-1), 'ab\\r\\tc'.expandtabs(tabsize=3)
'a'.expandtabs('x')
'a\\t'.expandtabs(2**40)
'ß'.upper(), 'ŉ'.upper(), 'ﬁ'.title(), 'ǆ'.title(), 'ǅ'.swapcase(), 'İ'.lower(), 'Σ'.lower(), 'ΑΣ'.lower(), 'ΑΣ.'.lower(), 'ΑΣΑ'.lower(), 'ß'.casefold(), 'ŉ'.casefold(), 'ΐ'.upper(), "they're bill's".title(), 'hELLO'.capitalize(), 'ǆa'.capitalize(), 'ﬁA'.capitalize(), '1a b2c'.title(), 'İ'.casefold(), 'ᾳ'.upper(), 'ᾳ'.title(), 'ᾼ'.lower()
[f('') for f in (str.isalpha, str.isdigit, str.isdecimal, str.isnumeric, str.isalnum, str.isspace, str.isupper, str.islower, str.istitle, str.isidentifier, str.isprintable, str.isascii)]
[(c.isalpha(), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isalnum(), c.isspace(), c.isupper(), c.islower(), c.istitle(), c.isidentifier(), c.isprintable()) for c in '²½٣Ⅷª·\\u2003\\u200b\\ud800\\xad\\U0001f600_ǅ\\u0378']
'abc'.translate({97: -1})
'abc'.translate({97: 1.5})
'abc'.translate({97: b'a'})
'abc'.translate(5)
'abc'.translate(None)
str.maketrans('ab', 'c')
str.maketrans('ab')
str.maketrans({'a': 1, 98: 'x', 'c': None})
str.maketrans({'ab': 1})
str.maketrans({1.5: 1})
str.maketrans('a', 'b', 5)
str.maketrans('a', 5)
str.maketrans(5, 'a')
str.maketrans()
str.maketrans('aa', 'bc', 'a')
'abc'.encode('utf-16'), 'é'.encode('latin-1'), '€'.encode('utf-8'), '€'.encode('ascii', 'replace'), '€'.encode('ascii', 'xmlcharrefreplace'), '€'.encode('ascii', 'backslashreplace'), '€'.encode('ascii', 'ignore'), '€'.encode('ascii', 'namereplace'), '\\ud800'.encode('utf-8', 'surrogatepass'), '\\udc80'.encode('utf-8', 'surrogateescape'), 'a\\udc80'.encode('ascii', 'surrogateescape')
'€'.encode('ascii')
'€€a€'.encode('latin-1')
'\\ud800'.encode()
'a\\ud800\\udfff'.encode('utf-16')
'a'.encode('nope')
'€'.encode('ascii', 'nope')
'a'.encode('ascii', 'nope')
'a'.encode(5)
'a'.encode('utf-8', 5)
'a'.encode('utf\\08')
'a'.encode('rot13')
'a'.encode('hex')
b'a'.decode('rot13')
b'\\xff'.decode()
b'\\xe2\\x82'.decode()
b'\\xe2\\x82a'.decode()
b'\\xed\\xa0\\x80'.decode()
b'\\xf4\\x90\\x80\\x80'.decode()
b'\\xc0\\x80'.decode()
b'\\xff\\xfea'.decode('utf-16')
b'\\xff\\xfe\\x00\\xd8'.decode('utf-16')
b'a\\x80'.decode('ascii')
b'\\x80'.decode('cp1252'), b'\\x80'.decode('latin1')
b'\\x81'.decode('cp1252')
b'\\xff'.decode('utf-8', 'replace'), b'\\xe2\\x82'.decode('utf-8', 'replace'), b'\\xf0\\x9f\\x98a'.decode('utf-8', 'replace'), b'\\xff'.decode('utf-8', 'backslashreplace'), b'\\xff'.decode('utf-8', 'surrogateescape'), b'\\xed\\xa0\\x80'.decode('utf-8', 'surrogatepass'), b'\\xff'.decode('utf-8', 'ignore')
b'\\xff'.decode('utf-8', 'xmlcharrefreplace')
b'\\xff'.decode('utf-8', 'nope')
b'\\x00\\x00\\x11\\x00'.decode('utf-32-le')
b'\\x00'.decode('utf-32')
b'+AGE-b'.decode('utf-7'), b'+'.decode('utf-7', 'replace'), 'a€+'.encode('utf-7')
b'\\\\x4'.decode('unicode_escape')
b'\\\\N{DIGIT ONE}\\\\u0041\\\\101'.decode('unicode_escape')
b'\\\\U00110000'.decode('unicode_escape')
b'\\\\q'.decode('unicode_escape')
str(b'a', 'ascii'), str(b'\\xff', errors='replace'), str(b'a'), str(bytearray(b'a'), 'utf-8'), str(memoryview(b'a'), 'utf-8'), str(object=5), str()
str(5, 'ascii')
str('a', 'ascii')
str(b'a', 'ascii', 'x', 'y')
str(b'a', 5)
str(encoding='ascii')
str(b'a', encoding='ascii', foo=1)
'a' + 5
'a' + b'b'
5 + 'a'
'a' * 1.5
'a' * 2**70
'a' * -1, 'ab' * True, 3 * 'a', 'a' * 0
'a' in 'abc', '' in '', 'a' not in 'b'
5 in 'abc'
b'a' in 'abc'
None in 'abc'
'abc'[1:2], 'abc'[::-1], 'abc'[-1], 'abc'[5:], 'abc'[-100:2], 'abc'[True], 'a\\U0001f600b'[1]
'abc'[3]
'abc'[1.0]
'abc'['a']
'abc'[1, 2]
'abc'[::0]
'abc'[None]
'abc'['a':]
'abc'[2**70]
'abc'[2**70:], 'abc'[-2**70:2**70:2**69]
'abc'.__getitem__(slice(None, None, -2)), 'abc'.__contains__('b'), 'abc'.__mul__(2), 'abc'.__rmul__(2), 'abc'.__mod__(()), 'abc'.__rmod__('%s'), 'abc'.__add__('d'), 'a'.__lt__('b'), 'a'.__eq__(1), 'a'.__getnewargs__()
'abc'.__add__(5)
'abc'.__mul__('a')
'abc'.__rmod__(5)
'a' < 5
'a' < b'a'
'a' == b'a', 'a' != 5
'é' < 'z', 'z' < 'é', '\\uffff' < '\\U00010000', 'a' < 'aa', '' < 'a'
'abc'.format(), '{}{}'.format(1, 2), '{0}{1}{0}'.format(1, 2), '{a}{b}'.format(a=1, b=2), '{0.real}'.format(1j), '{0[a]}'.format({'a': 5}), '{0[0]}'.format([5]), '{0[-1]}'.format({'-1': 5}), '{:{}}'.format(5, 10), '{:{w}.{p}f}'.format(1.5, w=10, p=2), '{!r:>5}'.format('a'), '{{}}'.format(), '{0!s}{0!a}'.format('é'), '{0[ a ]}'.format({' a ': 1}), '{a.b[c]}'.format(a=type('X', (), {'b': {'c': 9}}))
'{}'.format()
'{1}'.format(0)
'{0}{}'.format(1, 2)
'{}{0}'.format(1, 2)
'{a}'.format()
'{'.format()
'}'.format()
'{0'.format(1)
'{0!}'.format(1)
'{0!x}'.format(1)
'{0!rr}'.format(1)
'{0.}'.format(1)
'{0[}'.format(1)
'{0[]}'.format(1)
'{0[a}'.format(1)
'{0[0]x}'.format([1])
'{0.x}'.format(1)
'{0[5]}'.format([1])
'{0[a]}'.format([1])
'{0[a]}'.format(5)
'{:{:{}}}'.format(1, 2, 3)
'{:d}'.format('a')
'{0:{1}}'.format(1)
'{-1}'.format(1)
'{ 0}'.format(1)
'{99999999999999999999}'.format(1)
'{0[99999999999999999999]}'.format([1])
'{!}'.format(1)
'{:}}'.format(1)
'{a b}'.format(**{'a b': 3})
'{}'.format(*[1], **{'a': 1})
'{a}'.format_map({'a': 1}), '{a[0]}'.format_map({'a': 'x'})
'{}'.format_map({})
'{a}'.format_map({})
'{a}'.format_map(5)
'{0}'.format_map([1])
'{a}'.format_map()
str.format('{}', 5), str.format('{0}{x}', 5, x=3)
str.format(5)
str.format()
str.join(',', 'ab'), str.upper('a')
str.upper(5)
str.upper()
str.__new__(int)
str.__new__(5)
str.__new__()
'abc'.foo
'abc'.foo = 1
del 'abc'.upper
""")
