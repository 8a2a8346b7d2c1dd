# covers: frame.f_lineno; traceback.tb_lineno
# f_lineno of frames that an exception left, which is where they ended.
import sys
def shown(frame): return frame.f_locals
def run(f):
    try:
        f()
    except BaseException as error:
        entry = error.__traceback__.tb_next
    while entry:
        first = entry.tb_frame.f_code.co_firstlineno
        print(f.__name__, entry.tb_frame.f_lineno - first, entry.tb_lineno - first)
        entry = entry.tb_next
class Quiet:
    def __enter__(self): return self
    def __exit__(self, *args): pass
def in_handler():
    try:
        1/0
    except:
        1/0
        pass
def named_handler():
    try:
        1/0
    except Exception as ex:
        1/0
        pass
def in_finally():
    try:
        1/0
    finally:
        x = 1
        y = 2
def raised_in_finally():
    try:
        1/0
    finally:
        [][1]
        pass
def in_with():
    with Quiet():
        1/0
        pass
def in_two():
    with Quiet():
        with Quiet():
            1/0
def returns():
    try:
        return 1/0
    finally:
        x = 3
def loop():
    for i in range(3):
        try:
            if i:
                raise ValueError(i)
        finally:
            x = i
for f in (in_handler, named_handler, in_finally, raised_in_finally, in_with, in_two, returns, loop):
    run(f)
