# covers: The standard type hierarchy
# What the parser warns of before it comes to the error of a text, and the text that errors of the compiler show.
import warnings
for text in ('x = "\\d"\ny = 1 +\n', 'a = 1if 2else 3\nb = 0x1for x in y\n', '"\\q" "\\w"\ndef f(:\n', 'def f(a, a): "\\d"\n', 'x = (\n"\\z"\n', 'x = 1 1\ny = "\\d"\n', 'return 1\n', 'f"\\d{x}"\nbreak\n', 'x = 1\nx = b"\\d"\n'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('default')
        try: compile(text, '<no file>', 'exec')
        except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.offset, e.text and e.text.rstrip())
        else: print('fine')
    print([(str(w.message), w.category.__name__, w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: compile('x = "\\d"\ny = 1 +\n', '<no file>', 'exec')
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno)
try: exec('from . import x', {})
except (KeyError, ImportError) as e: print(type(e).__name__, e)
g = ExceptionGroup('g', [ValueError(1), TypeError(2)])
print(g.split(ValueError)[0].__suppress_context__, g.subgroup(TypeError).__suppress_context__, g.__suppress_context__)
def take():
    try: raise ValueError(1)
    except* ValueError as e: return_value = repr(e), e.args
    return return_value
print(take())
