# covers: The standard type hierarchy
"""Contexts and causes through handlers, generators, context managers and cycles."""

import sys
def show(e, d=0):
    seen = set()
    while e is not None and id(e) not in seen:
        seen.add(id(e)); print(' ' * d, repr(e), 'cause', repr(e.__cause__), 'supp', e.__suppress_context__)
        e = e.__context__; d += 1
    if e is not None: print('cycle')
def t(f):
    try: f()
    except BaseException as e: show(e)
    print(sys.exception())
def f1():
    try: raise ValueError(1)
    except ValueError: raise KeyError(2)
def f2():
    try: f1()
    except KeyError as e: raise e
def f3():
    try: f1()
    except KeyError as e: raise e.__context__
def f4():
    try: raise ValueError(1)
    except ValueError as e:
        try: raise KeyError(2)
        except KeyError: raise e
def f5():
    try: raise ValueError(1)
    finally: raise KeyError(2)
def f6():
    try: raise ValueError(1)
    except ValueError as e: raise KeyError(2) from e
def f7():
    try: raise ValueError(1)
    except ValueError: raise KeyError(2) from None
def f8():
    try: raise ValueError(1)
    finally: return 5
def f9():
    a = ValueError(1); b = KeyError(2); a.__context__ = b; b.__context__ = a
    try: raise a
    except ValueError: raise TypeError(3)
def f10():
    a = ValueError(1); b = KeyError(2); c = OSError(3); a.__context__ = b; b.__context__ = c; c.__context__ = b
    try: raise a
    except ValueError: raise c
def f11():
    try: 1/0
    except ZeroDivisionError as e:
        try: raise e
        except ZeroDivisionError as e2: raise e2 from e2
def f12():
    def g():
        try: yield 1
        except ValueError: raise KeyError('in gen')
    it = g(); next(it)
    try: raise TypeError('outer')
    except TypeError: it.throw(ValueError('thrown'))
def f13():
    class C:
        def __enter__(s): return s
        def __exit__(s, *a): raise KeyError(a[0].__name__ if a[0] else None)
    with C(): raise ValueError(1)
def f14():
    class C:
        def __enter__(s): return s
        def __exit__(s, *a): raise a[1]
    with C(): raise ValueError(1)
def f15():
    class C:
        def __del__(s):
            try: raise OSError('del')
            except OSError: pass
    try: raise ValueError(1)
    except ValueError:
        C(); raise KeyError(2)
def f16():
    try: raise ValueError(1)
    except (KeyError, undefined_name): pass
def f17():
    try: raise ValueError(1)
    except 5: pass
def f18():
    try: raise ValueError(1)
    except (KeyError, (TypeError, (ValueError,))): print('nested'); raise
def f19():
    try: raise ValueError(1)
    except [ValueError]: pass
def f20():
    e = ValueError(1)
    try: raise e
    except ValueError:
        try: raise KeyError(2)
        except KeyError:
            try: raise e
            except ValueError as x: raise TypeError(3)
def f21(): raise
def f22():
    try: raise ValueError(1)
    except ValueError as e: del e; raise
def f23():
    try: raise ValueError(1)
    except ValueError as e: pass
    print(e)
def f24():
    def g():
        try: raise ValueError(1)
        except ValueError: yield sys.exception()
        yield sys.exception()
    it = g()
    print(repr(next(it)), sys.exception(), repr(next(it)))
def f25():
    def g():
        yield sys.exception()
        raise KeyError(2)
    it = g()
    try: raise ValueError(1)
    except ValueError: print(repr(next(it)))
    next(it)
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25): print(f.__name__); t(f)
