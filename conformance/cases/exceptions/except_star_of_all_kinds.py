# covers: The standard type hierarchy
"""except* with groups and single exceptions, handlers that raise, what cannot be caught."""

def run(exc, *handlers):
    try:
        try: raise exc
        except* ValueError as e: print('VE', repr(e), e.__traceback__ is not None)
        except* (KeyError, TypeError) as e: print('KT', repr(e)); raise OSError('new')
        except* OSError as e: print('OS', repr(e)); raise
        else: print('else')
        finally: print('fin')
    except BaseException as e: print('out', repr(e), repr(e.__context__), repr(e.__cause__))
run(ValueError(1)); run(KeyError(2)); run(OSError(3)); run(ZeroDivisionError(4)); run(KeyboardInterrupt())
run(ExceptionGroup('g', [ValueError(1), KeyError(2), OSError(3), ZeroDivisionError(4)]))
run(ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(2)])]))
run(ExceptionGroup('g', [OSError(1)]))
run(BaseExceptionGroup('g', [OSError(1), KeyboardInterrupt()]))
for bad in (ExceptionGroup, BaseExceptionGroup, (ValueError, ExceptionGroup), 5, int, (ValueError, 5)):
    try:
        try: raise ValueError(1)
        except* bad as e: print('caught')
    except BaseException as e: print(type(e).__name__, e)
try:
    try: raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError: raise KeyError('a')
    except* KeyError: raise KeyError('b') from None
except BaseException as e: print(repr(e), [repr(x.__context__) for x in e.exceptions], [x.__suppress_context__ for x in e.exceptions])
def f():
    for i in range(3):
        try: raise ExceptionGroup('g', [ValueError(i)])
        except* ValueError:
            if i == 1: pass
            print(i)
f()
try:
    try: raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as e:
        print(e.exceptions); e2 = e
        raise e
except BaseException as e: print(repr(e), e is e2)
try:
    try: raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as e: raise ExceptionGroup('other', [OSError()]) from e
except BaseException as e: print(repr(e), repr(e.exceptions[0].__cause__))
