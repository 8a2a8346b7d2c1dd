# covers: The standard type hierarchy; method.__name__; class.__name__; slice.indices; __bytes__
class S(str): pass
class X:
    def __format__(self, spec): return S('<' + spec + '>')
class E:
    def __format__(self, spec): return S('')
class T:
    def __str__(self): return S('str')
s = S('sub'); p = 'plain text'
def t(f):
    try: r = f(); return type(r).__name__, r
    except Exception as e: return repr(e)
cases = ['{}', '{0}', '{a}', '{!s}', '{!r}', '{:s}', '{:}', '{:5}', '{0:{1}}', '{:{}}', 'x{}', '{}x', '{{}}', '{{', '}}', '', 'abc', '{0[0]}', '{0.__class__}', '{', '}', '{:{}{}}', '{!x}', '{!s:>5}', '{0!s:}', '{}{}']
for c in cases:
    for v in (s, p, X(), E(), T(), 1, 1.5, '', b'', None):
        r = t(lambda: c.format(v, '', a=v))
        print(c, type(v).__name__, r, ) if 'object' not in repr(r) else 0
        r = t(lambda: S(c).format(v, '>4', a=v)); print(c, type(v).__name__, r) if 'object' not in repr(r) else 0
        if isinstance(v, str):
            try: print(c.format(v, '', a=v) is v, S(c).format_map({'a': v}) is v)
            except Exception as e: print(repr(e))
    try: print(type(S(c).format_map({})), type(c.format_map({})), c.format() is c)
    except Exception as e: print(repr(e))
for spec in ('c', '5c', '<5c', '>5c', '^5c', '=5c', '05c', '#c', '+c', ',c', '.2c', 'xc', '\u20ac^5c', '5.1c', 'zc', '_c'):
    for v in (65, True, 0x20ac, -1, 0x110000, 2**70, 0):
        try: print(spec, v, ascii(format(v, spec)))
        except Exception as e: print(spec, v, repr(e))
class F(float):
    def __float__(self): return 9.5
    def __index__(self): return 3
class I(int):
    def __float__(self): return 9.5
    def __int__(self): return 7
    def __index__(self): return 8
    def __str__(self): return 'I'
    def __repr__(self): return 'rI'
for k in 'diouxXeEfFgGcrsa%':
    for v in (F(2.5), I(65), 2.5, 65, '65', b'6', None, 1j, True):
        for f in ('%' + k, '%5' + k, '%-7.2' + k, '%#' + k, '%+' + k, '%08' + k):
            try: print(f, type(v).__name__, ascii(f % v))
            except Exception as e: print(f, type(v).__name__, repr(e))
            try: print(f, type(v).__name__, f.encode() % v)
            except Exception as e: print(f, type(v).__name__, repr(e))
for v in (F(2.5), I(65)):
    for sp in ('', 'd', 'f', '.2f', 'e', 'g', 's', '5', '%', 'n', 'x', 'c', '_', ','):
        try: print(type(v).__name__, sp, format(v, sp))
        except Exception as e: print(type(v).__name__, sp, repr(e))
class W(str):
    def __float__(self): return 5.0
    def __int__(self): return 6
    def __index__(self): return 7
    def __complex__(self): return 8j
    def __bytes__(self): return b'nine'
class Y(bytes):
    def __float__(self): return 5.0
    def __int__(self): return 6
    def __index__(self): return 7
    def __bytes__(self): return b'nine'
for v in (W('1'), Y(b'1'), F(2.5), I(3)):
    for f in (float, int, complex, bytes, bytearray, str, bool, round, abs, divmod, hash, repr, lambda v: int(v, 10), lambda v: int('1', v), lambda v: v.__index__(), lambda v: range(v), lambda v: [1]*v, lambda v: v * 2, lambda v: complex(v, v), lambda v: complex(1, v), lambda v: pow(v, 2), lambda v: float.fromhex(v), lambda v: bytes(v, 'ascii'), lambda v: chr(v), lambda v: hex(v), lambda v: v + 0, lambda v: -v, lambda v: v ** 2, lambda v: 2 ** v, lambda v: v // 2, lambda v: 5 // v, lambda v: v.__float__(), lambda v: 'abcdefghij'[v], lambda v: slice(v).indices(4), lambda v: 1 << v, lambda v: round(2.5555, v), lambda v: '%d %i %x %f' % (v, v, v, v), lambda v: b'%d %f' % (v, v), lambda v: int.from_bytes(v, 'big'), lambda v: sum([v], v)):
        try: r = f(v); print(type(v).__name__, type(r).__name__, r) if f is not hash else 0
        except Exception as e: print(type(v).__name__, repr(e))
for e in ('expandtabs', 'lower', 'strip', 'zfill', 'ljust', 'replace', 'translate', 'center', 'removeprefix', 'title', 'swapcase', 'split', '__mul__', '__format__', '__getitem__', 'casefold', 'upper', 'capitalize'):
    args = {'zfill': (1,), 'ljust': (1,), 'replace': ('q', 'z'), 'translate': ({},), 'center': (2,), 'removeprefix': ('z',), '__mul__': (1,), '__format__': ('',), '__getitem__': (slice(None),)}.get(e, ())
    for v in ('plain', S('plain'), '', S('')):
        r = getattr(v, e)(*args); print(e, type(r).__name__, r is v)
