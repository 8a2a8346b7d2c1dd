# covers: The standard type hierarchy; method.__name__; module.__name__; frame.f_globals; frame.f_builtins
# The part of sys that programs ask about the implementation.
import sys
print(sys.maxsize, sys.byteorder, sys.maxunicode, sys.version_info[:2], sys.version_info >= (3, 13), sys.version_info.major, type(sys.version_info).__name__, sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit > 0, sys.hash_info.modulus == 2**61 - 1, sys.hash_info.inf, sys.hash_info.imag)
print(len(sys.argv), sys.argv[0].endswith("interface.py"), "sys" in sys.modules, sys.modules["sys"] is sys, sys.modules["__main__"].__name__, type(sys.path).__name__, sys.getdefaultencoding())
limit = sys.getrecursionlimit()
for n in (500, 0, -5, "x", 1.5):
    try:
        sys.setrecursionlimit(n)
        print(sys.getrecursionlimit())
    except (ValueError, TypeError, RecursionError) as e:
        print(type(e).__name__, e)
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
small = depth(0)
sys.setrecursionlimit(limit)
print(400 < small < 500, limit)
print(sys.intern("abc") is sys.intern("abc"), sys.getrefcount([]) > 0, sys.getsizeof([]) > 0, sys.getsizeof(5, 1) > 0)
for f in (lambda: sys.intern(5), lambda: sys.getsizeof(), lambda: sys.exit("x"), lambda: sys.exit(1, 2), lambda: sys._getframe(1000), lambda: sys.set_int_max_str_digits(5), lambda: sys.nope, lambda: sys.exit()):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e)
def where():
    f = sys._getframe()
    return f.f_code.co_name, f.f_lineno, f.f_back.f_code.co_name, sorted(f.f_locals), f.f_globals is globals(), f.f_builtins["len"] is len
print(where(), sys._getframe().f_code.co_name, sys._getframe().f_back)
print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
sys.set_int_max_str_digits(1000)
try:
    str(10**1000)
except ValueError as e:
    print(e)
sys.set_int_max_str_digits(0)
print(len(str(10**5000)))
print(sys.excepthook is sys.__excepthook__, sys.stdout is sys.__stdout__, callable(sys.displayhook), repr(sys), sys.__name__, type(sys).__name__, sys.implementation.name is not None, sys.platform is not None)
sys.displayhook(None)
sys.displayhook([1, "a"])
print(_)
sys.stdout.write("written\n")
sys.stdout.flush()
sys.excepthook = lambda kind, value, tb: print("hook", kind.__name__, value, tb.tb_lineno)
raise ValueError("to the hook")
