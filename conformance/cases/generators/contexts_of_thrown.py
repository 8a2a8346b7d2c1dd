# covers: The standard type hierarchy
# What is thrown into a generator meets what the generator handles, and nothing that is handled outside.
from contextlib import ExitStack, contextmanager
def chain(e):
    found = []
    while e is not None and len(found) < 8:
        found.append(e.args[0]); e = e.__context__
    return found
@contextmanager
def raising(exc):
    try: yield
    finally: raise exc
e1, e2, e3, e4 = [Exception(i) for i in range(1, 5)]
try:
    with ExitStack() as stack:
        for e in (e4, e3, e2): stack.enter_context(raising(e))
        raise e1
except Exception as e: print(chain(e))
def gen(exc):
    try: yield
    finally: raise exc
def handling(exc):
    try: raise exc
    except Exception: yield
def delegating(exc): yield from gen(exc)
def delegating_handled(exc):
    try: raise Exception("handled")
    except Exception: yield from gen(exc)
for make in (gen, handling, delegating, delegating_handled):
    inner, outer, thrown = [Exception(c) for c in ("inner", "outer", "thrown")]
    it = make(inner); next(it)
    try: raise outer
    except Exception:
        try: it.throw(thrown)
        except Exception as e: print(make.__name__, chain(e), chain(thrown))
