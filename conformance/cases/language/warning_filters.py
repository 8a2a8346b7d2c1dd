# covers: The standard type hierarchy
"""Warnings: categories, filters, levels, what is refused."""

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


import warnings, sys
warnings.simplefilter('always')
def sw(message, category, filename, lineno, file=None, line=None): print(category.__name__, message, lineno)
warnings.showwarning = sw
T("""
warnings.warn('m')
warnings.warn('m', DeprecationWarning)
warnings.warn(UserWarning('u'))
warnings.warn(UserWarning('u'), KeyError)
warnings.warn('m', KeyError)
warnings.warn('m', 5)
warnings.warn('m', 'x')
warnings.warn(5)
warnings.warn()
warnings.warn('m', stacklevel='a')
warnings.warn('m', stacklevel=100)
warnings.warn('m', source=5)
warnings.warn('m', skip_file_prefixes='a')
warnings.warn('m', skip_file_prefixes=('a',))
warnings.warn_explicit('m', UserWarning, 'f', 5)
warnings.warn_explicit('m', UserWarning, 'f', 5, 'mod', {})
warnings.warn_explicit('m', UserWarning, 'f', 'x')
warnings.warn_explicit('m', KeyError, 'f', 1)
warnings.warn_explicit('m', UserWarning, 'f')
warnings.filterwarnings('bogus')
warnings.filterwarnings('error', category=int)
warnings.filterwarnings('error', message=5)
warnings.filterwarnings('error', lineno=-1)
warnings.filterwarnings('error', lineno='a')
warnings.simplefilter('bogus')
warnings.simplefilter('error', lineno=-1)
warnings.formatwarning('m', UserWarning, 'f', 5)
warnings.formatwarning('m', UserWarning, 'f', 5, 'the line')
warnings.filters[0]
warnings.resetwarnings(), warnings.filters
not NotImplemented
bool(NotImplemented)
""")
with warnings.catch_warnings():
    warnings.simplefilter('error')
    T("""
warnings.warn('m')
warnings.warn('m', DeprecationWarning)
'\\d'
1 is 1
(1)(2)
[1][1, 2]
'a'['b']
assert (1, 'x')
5 .real if 1else 2
""")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('once')
    for i in range(3): warnings.warn('once')
    warnings.warn('other')
    print([str(x.message) for x in w], w[0].category, w[0].lineno, w[0].filename[-12:], w[0].line, w[0].source, str(w[0])[:20])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('default')
    for i in range(3): warnings.warn('default')
    warnings.simplefilter('ignore'); warnings.warn('ign')
    warnings.filterwarnings('always', 'a.*b', UserWarning); warnings.warn('acb'); warnings.warn('ACB'); warnings.warn('xacb')
    print([str(x.message) for x in w])
with warnings.catch_warnings(action='error', category=UserWarning):
    try: warnings.warn('e')
    except UserWarning as e: print('E', e)
    warnings.warn('d', DeprecationWarning)
@warnings.deprecated('old')
def dep(): return 5
@warnings.deprecated('oldcls', category=FutureWarning)
class Dep: pass
@warnings.deprecated('none', category=None)
def dep2(): return 6
print(dep(), Dep().__class__, dep2(), dep.__deprecated__, type('S', (Dep,), {})().__class__)
T("""
warnings.deprecated(5)
warnings.deprecated('x')(5)
""")
c = warnings.catch_warnings()
try: c.__exit__()
except RuntimeError as e: print(e)
with c:
    try: c.__enter__()
    except RuntimeError as e: print(e)
print(c)
sys.warnoptions
def f(): warnings.warn('lvl', stacklevel=2)
f()
