# covers: Objects, values and types; __instancecheck__
# The order of except, else and finally; what return, break and continue in them do; matching.
def flow(n):
    out = []
    try:
        out.append("try")
        if n == 1: raise ValueError
        if n == 2: return out
        if n == 3: raise KeyError
        if n == 4: raise SystemExit
    except ValueError:
        out.append("value")
    except (KeyError, IndexError) as e:
        out.append(type(e).__name__)
        return out
    except BaseException:
        out.append("base")
    else:
        out.append("else")
    finally:
        out.append("finally")
    out.append("end")
    return out
for n in range(5):
    print(flow(n))
def swallow():
    try:
        1 / 0
    finally:
        return "finally's return wins"
def loops():
    out = []
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    while True:
        try:
            raise KeyError
        except KeyError:
            out.append("break in except")
            break
        finally:
            out.append("inner")
    for i in range(2):
        try:
            1 / 0
        finally:
            continue
    return out
print(swallow(), loops())
def value():
    x = 1
    try:
        return x
    finally:
        x = 2
print(value())
for kind in (5, "x", None, (ValueError, 5), [ValueError], object, int):
    try:
        try:
            raise ValueError("v")
        except kind:
            print("matched")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e, type(e.__context__).__name__)
class Meta(type):
    def __instancecheck__(cls, x): return True
    def __subclasscheck__(cls, x): return True
class Virtual(Exception, metaclass=Meta): pass
try:
    try:
        raise KeyError("real")
    except Virtual:
        print("virtual matched")
except KeyError:
    print("hooks are not asked")
try:
    try:
        raise ValueError
    except undefined_name:
        pass
except NameError as e:
    print(e, repr(e.__context__))
e = "outer"
try:
    raise ValueError
except ValueError as e:
    pass
try:
    e
except NameError as error:
    print(error)
import sys
print(sys.exc_info(), sys.exception())
try:
    raise KeyError("k")
except KeyError:
    print(sys.exc_info()[0].__name__, sys.exception())
    try:
        raise ValueError
    except ValueError:
        print(repr(sys.exception()), repr(sys.exception().__context__))
    print(repr(sys.exception()))
print(sys.exception())
a, b = ValueError("a"), ValueError("b")
try:
    try:
        raise a
    except ValueError:
        raise b
except ValueError:
    try:
        raise a
    except ValueError as x:
        print(repr(x), repr(x.__context__), repr(b.__context__))
