# covers: The standard type hierarchy
"""Attributes and arguments of the exceptions, and what raise makes of other things."""

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
ValueError(1, 2).args, str(ValueError(1, 2)), repr(ValueError(1, 2)), str(ValueError()), repr(ValueError()), str(ValueError('a')), repr(ValueError('a')), str(ValueError(None)), str(KeyError('a')), str(KeyError()), str(KeyError(1, 2)), repr(KeyError('a')), str(KeyError(''))
e = ValueError('a'); e.args = (1, 2); str(e), repr(e)
e.args = 5
e.args = [1, 2]; e.args
del e.args
e.args = 'ab'; e.args
e.x = 5; e.__dict__
e.__dict__ = 5
e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__
e.__cause__ = 5
e.__context__ = 'x'
e.__traceback__ = 5
e.__cause__ = KeyError(); e.__suppress_context__
e.__suppress_context__ = 5
del e.__cause__
del e.__context__
del e.__traceback__
e.__traceback__ = None
e.with_traceback(5)
e.with_traceback()
e.with_traceback(None) is e
e.add_note(5)
e.add_note('n1'), e.add_note('n2'), e.__notes__
e.__notes__ = 5; e.add_note('x')
e.__notes__ = ('a',); e.add_note('x')
del e.__notes__; e.add_note('y'); e.__notes__
ValueError(x=1)
Exception(a=1, b=2)
BaseException.__new__(ValueError, 1, x=2).args
BaseException.__init__(ValueError(1), 2, 3)
BaseException.__init__(ValueError(1), x=3)
v = ValueError(1); v.__init__(2, 3); v.args
v.__reduce__(), v.__setstate__({'q': 5}), v.q, v.__reduce__()
v.__setstate__(5)
v.__setstate__(None)
v.__setstate__({1: 2})
OSError(2, 'x'), OSError(2, 'x').__class__, OSError(2, 'x', 'f'), str(OSError(2, 'x', 'f')), OSError(2, 'x', 'f', None, 'g').filename2, str(OSError(2, 'x', 'f', None, 'g')), OSError(1), OSError(1).errno, OSError('a', 'b').errno, str(OSError('a', 'b')), OSError(1, 2, 3, 4, 5, 6).args, OSError(2, 'x', 'f').args, OSError(13, 'p').__class__, OSError(9999, 'p').__class__, str(OSError(None, None)), str(OSError(2, 'x', b'f')), str(OSError(2, 'x', None))
FileNotFoundError(13, 'x').__class__, FileNotFoundError(13, 'x').errno, OSError(11, 'x', 5).characters_written, 
OSError(11, 'x', 5).__class__, BlockingIOError(11, 'x', 7).characters_written
OSError(2, 'x').characters_written
o = OSError(2, 'x', 'f'); o.errno = 'new'; o.filename = 5; o.strerror = None; str(o), o.args, repr(o)
del o.errno; o.errno, str(o)
o.characters_written = 'a'
o.characters_written = 5; o.characters_written
del o.characters_written
o.characters_written
OSError(2, 'x', 'f').__reduce__(), OSError(2, 'x', 'f', None, 'g').__reduce__(), OSError(1).__reduce__()
OSError(x=1)
ImportError('a', name='n', path='p').name, ImportError('a', name='n').msg, str(ImportError('a', 'b')), ImportError(1, 2).msg, ImportError(name='x').name_from, repr(ImportError('a', name='n')), ImportError('a', name='n').__reduce__(), ImportError(5).msg, str(ImportError(5))
ImportError('a', foo=1)
ModuleNotFoundError('a', name='q').name
NameError('a', name='n').name, NameError().name, str(NameError(1, 2)), UnboundLocalError('a', name='q').name
NameError('a', foo=1)
AttributeError('a', name='n', obj=5).obj, AttributeError('x', 'y').args, AttributeError('a', name='n', obj=5).__reduce__(), AttributeError('a', name='n').__getstate__()
AttributeError(obj=1, nme=2)
StopIteration(1, 2).value, StopIteration().value, StopIteration((1, 2)).value, StopIteration(1).args
StopIteration(x=1)
s = StopIteration(1); s.value = 7; s.value, s.args, str(s)
SystemExit(1, 2).code, SystemExit().code, SystemExit(5).code, SystemExit((1,)).code
SyntaxError('m', ('f', 1, 2, 't')).lineno, str(SyntaxError('m', ('f', 1, 2, 't'))), SyntaxError('m', ('f', 1, 2, 't', 3, 4)).end_offset, SyntaxError('m').msg, SyntaxError().msg, str(SyntaxError()), str(SyntaxError('m', ('/a/b/f.py', None, 2, 't'))), SyntaxError('a', 'b').args if 0 else 1, repr(SyntaxError('m', ('f', 1, 2, 't'))), SyntaxError(1).msg, SyntaxError('m', ('f', 1, 2, 't')).print_file_and_line
SyntaxError('m', 5)
SyntaxError('m', (1,))
SyntaxError('m', (1, 2, 3, 4, 5))
SyntaxError('m', ('f', 1, 2, 't', 5, 6, 7))
SyntaxError('m', 'abcd').filename
SyntaxError('m', (1, 2), 3).args
UnicodeDecodeError('utf-8', b'abc', 1, 2, 'why'), str(UnicodeDecodeError('utf-8', b'abc', 1, 2, 'why')), str(UnicodeDecodeError('utf-8', b'abc', 0, 3, 'why')), str(UnicodeDecodeError('u', b'a', 5, 6, 'r')), str(UnicodeDecodeError('u', b'abc', -5, 1, 'r')), str(UnicodeEncodeError('u', 'aé€😀', 1, 2, 'r')), str(UnicodeEncodeError('u', 'aé€😀', 2, 3, 'r')), str(UnicodeEncodeError('u', 'aé€😀', 3, 4, 'r')), str(UnicodeEncodeError('u', 'aé', 0, 2, 'r')), str(UnicodeTranslateError('aé', 1, 2, 'r')), str(UnicodeTranslateError('aé', 0, 2, 'r'))
UnicodeDecodeError('a')
UnicodeDecodeError('a', 'b', 1, 2, 'r')
UnicodeDecodeError(1, b'b', 1, 2, 'r')
UnicodeDecodeError('a', b'b', 'x', 2, 'r')
UnicodeDecodeError('a', bytearray(b'b'), 1, 2, 'r').object
UnicodeEncodeError('a', b'b', 1, 2, 'r')
UnicodeTranslateError('a', 1, 2)
u = UnicodeDecodeError('utf-8', b'abc', 1, 2, 'why'); u.start = 5; u.end = 9; u.reason = 'new'; u.encoding = 'e'; str(u), u.args
u.object = b''; str(u)
u.object = 5; str(u)
u.object = 'x'; str(u)
u.encoding = 5; str(u)
del u.reason; str(u)
u.start = 'a'
u.start = None
UnicodeError('a', 1).args, UnicodeError().args
UnicodeDecodeError.__new__(UnicodeDecodeError).start
str(UnicodeDecodeError.__new__(UnicodeDecodeError))
str(UnicodeEncodeError.__new__(UnicodeEncodeError)), str(SyntaxError.__new__(SyntaxError)), str(OSError.__new__(OSError)), str(KeyError.__new__(KeyError)), repr(BaseExceptionGroup)
raise 5
raise int
raise None
raise ValueError from 5
raise ValueError from int
raise ValueError from KeyError
raise type('X', (), {})
raise type('X', (Exception,), {'__new__': lambda c: 5})
raise type('X', (Exception,), {'__init__': lambda s: 1/0})
raise type('X', (Exception,), {'__str__': lambda s: 5})
raise type('X', (Exception,), {'__init__': lambda s, a: None})
""")
