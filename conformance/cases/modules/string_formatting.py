# covers: The standard type hierarchy
# ours: string
# string: constants, capwords, the formatter piece by piece, templates.
import string
f = string.Formatter()
def tr(fn, *a, **k):
    try: print(repr(fn(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
for fs in ['', '{', '}', 'a{0}b', '{{}}', '{}{}', '{0}{}', '{}{0}', '{a.b[c]}', '{0[x}', '{0!r}', '{0!rx}', '{0!', '{0!r', '{0!r:', '{0:>{1}}', '{:{}}{}', '{a[1].x!s:{b}{c}}', '{0:{1:{2}}}', '{0:{1:{2:{3}}}}', 'x}', 'x{', '{x{y}}', '{:{', '{0.}', '{0[]}', '{0[1]x}', '{0!z}', '{99999999999999999999}', '{x!}', '{a!r}}', '{0:}}', '{-1}', '{٣}', '{0.real}{1}']:
    tr(lambda: list(f.parse(fs)))
    tr(f.format, fs, 'ab', 5, 7, 3, a={'1': 3}, b=5)
    tr(fs.format, 'ab', 5, 7, 3, a={'1': 3}, b=5)
tr(f.get_field, '0.real[1]', (5,), {})
tr(f.get_field, 'a.real', (5,), {'a': 2.5})
tr(f.format); tr(f.format, 5); tr(string.Formatter.format, 'x')
print(string.capwords('abc  def\tGhi'), string.capwords('a-bc-d', '-'), string.capwords(' a b '))
print([getattr(string, n) for n in sorted(string.__all__) if isinstance(getattr(string, n), str)])
T = string.Template
for t in ['$who likes ${what} $$5', '$', '$1', 'a\nb $', '${a', '${a b}', '$a$b$a', '$ä', '$aä', '${A_1}x', 'x$$', '\n\n $!', '$$$', '$_x', '$İx', '$Kx','${ſ}']:
    x = T(t)
    tr(x.substitute, who='w', what='t', a=1, b=2, A_1=7, _x=1)
    tr(x.substitute, {'who': 2, 'a': 0}, a=1)
    tr(x.safe_substitute, who='w', a=3)
    tr(x.is_valid); tr(x.get_identifiers)
class P(T): delimiter = '%%'
tr(P('%%a %%%% %%{b} % %%').safe_substitute, a=1, b=2)

class A(string.Formatter):
    def get_value(self, key, args, kwargs):
        return f'<{key!r}>'
    def check_unused_args(self, u, a, k): print(sorted(map(str, u)), a, k)
    def convert_field(self, v, c): return c and v + c or v
print(A().format('{0} {a!q} {b.real!s:>3}' if 0 else '{0} {a!q} {b!s:>3}', 1, 2, z=3))

class Own(T):
    idpattern = '[a-z]+'
    braceidpattern = '[A-Z]+'
    delimiter = '&'
o = Own('&abc &{ABC} &{abc} &1 &&'); tr(o.safe_substitute, abc=1, ABC=2); tr(o.is_valid); tr(o.get_identifiers); tr(o.substitute, abc=1, ABC=2)
class Whole(T):
    pattern = r'(?P<escaped>@@)|@(?P<named>[a-z]+)@|@\[(?P<braced>[a-z]+)\]|(?P<invalid>@)'
w = Whole('@a@ @[b] @@ @'); tr(w.safe_substitute, a=1, b=2); tr(w.substitute, a=1, b=2); tr(w.get_identifiers); print(Whole.pattern.groups)
try:
    class Bad(T): pattern = '('
except Exception as e: print(type(e).__name__)
print(T.flags, T('$x').pattern.search('$x').group('named'), list(T.pattern.groupindex))
