# covers: The standard type hierarchy
"""Exception groups: what they hold, how they split, classes derived from them."""

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
ExceptionGroup('m', [ValueError(1)]), str(ExceptionGroup('m', [ValueError(1), KeyError(2)])), str(ExceptionGroup('m', [ValueError(1)])), repr(ExceptionGroup('m', (ValueError(1),))), ExceptionGroup('m', (ValueError(1),)).args
ExceptionGroup('m', [])
ExceptionGroup('m', 5)
ExceptionGroup('m', [5])
ExceptionGroup('m', [ValueError(), 'x'])
ExceptionGroup('m', [ValueError])
ExceptionGroup(5, [ValueError()])
ExceptionGroup('m')
ExceptionGroup()
ExceptionGroup('m', [ValueError()], 1)
ExceptionGroup('m', [KeyboardInterrupt()])
ExceptionGroup('m', {ValueError()})
ExceptionGroup('m', 'ab')
ExceptionGroup('m', iter([ValueError()]))
BaseExceptionGroup('m', [ValueError()]).__class__, BaseExceptionGroup('m', [KeyboardInterrupt()]).__class__
ExceptionGroup('m', [ValueError()], x=1)
class G(ExceptionGroup): pass
class BG(BaseExceptionGroup): pass
class BE(BaseExceptionGroup, ValueError): pass
BG('m', [ValueError()]).__class__, BG('m', [KeyboardInterrupt()]).__class__, BE('m', [ValueError()]).__class__
BE('m', [KeyboardInterrupt()])
G('m', [KeyboardInterrupt()])
g = ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [KeyError(2), ValueError(3)]), TypeError(4)])
g.subgroup(ValueError), g.subgroup((KeyError, TypeError)), g.subgroup(OSError), g.subgroup(ExceptionGroup) is g, g.subgroup(Exception) is g, g.subgroup(lambda e: isinstance(e, KeyError)), g.subgroup(lambda e: True) is g, g.subgroup(lambda e: 0)
g.split(ValueError), g.split(OSError), g.split(lambda e: isinstance(e, ExceptionGroup)), g.split(Exception)[1], g.split((ValueError, TypeError))
g.subgroup(5)
g.subgroup((ValueError, 5))
g.subgroup([ValueError])
g.subgroup()
g.split(lambda e: 1/0)
g.subgroup(lambda: 1)
g.subgroup(int)
g.derive([OSError()]), g.derive([KeyboardInterrupt()]).__class__
g.derive([])
g.derive(5)
g.message, g.exceptions
g.message = 5
g.exceptions = ()
g.args = ('x', 'y'); repr(g), str(g)
G('m', [ValueError(1), KeyError()]).subgroup(ValueError).__class__, G('m', [ValueError(1)]).subgroup(ValueError).__class__, G('m', [ValueError(1), KeyError()]).split(KeyError)[1].__class__
class D(ExceptionGroup):
    pass
D.derive = lambda s, e: D('derived', e); D('m', [ValueError(1), KeyError()]).split(KeyError)
D.derive = lambda s, e: 5; D('m', [ValueError(1), KeyError()]).split(KeyError)
D.derive = lambda s, e: ValueError(); D('m', [ValueError(1), KeyError()]).split(KeyError)
D.derive = lambda s, e: 1/0; D('m', [ValueError(1), KeyError()]).split(KeyError)
ExceptionGroup[int], BaseExceptionGroup.__class_getitem__(int), ExceptionGroup('m', [ValueError()]).__notes__ if 0 else 1
isinstance(ExceptionGroup('m', [ValueError()]), Exception), ExceptionGroup.__mro__, BaseExceptionGroup.__bases__
g.add_note('n'); s = g.subgroup(ValueError); s.__notes__, s.__notes__ is g.__notes__
g.__cause__ = OSError(); g.subgroup(ValueError).__cause__, g.split(KeyError)[1].__cause__
""")
