# covers: The standard type hierarchy; __bytes__
# Formats of % against values of all kinds, for text and for bytes.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class I:
    def __index__(s): return 65
class N:
    def __int__(s): return 65
class F:
    def __float__(s): return 1.5
class B:
    def __bytes__(s): return b"BB"
class BB:
    def __bytes__(s): return "x"
class S:
    def __str__(s): return "S!"
    def __repr__(s): return "R\xe9"
class BadI:
    def __index__(s): return "x"
class ErrI:
    def __index__(s): raise ValueError("mine")
class Sub(str): pass
fs = ["%5%", "%%", "%(a)s", "%", "%(a", "%q", "%\xe9", "%*d", "%.*f", "%99999999999999999999d", "%hhd", "%- +#0d", "%05c", "%5.1s|", "%r", "%b", "%i", "%u", "%5.3d", "%#x", "%.3F", "%010.2f"]
vs = [(), -1, 1.5, "a", b"ab", None, I(), N(), F(), B(), BB(), S(), BadI(), ErrI(), (5, 1), (10**30, 1), {"a": 1}, {b"a": b"v"}, [1]]
for f in fs:
    for n, v in enumerate(vs):
        for g in (f, f.encode("latin-1"), ):
            try: r = g % v
            except BaseException as e: r = type(e).__name__ + " " + str(e)
            print(ascii(g), n, ascii(r) if " object at" not in ascii(r) and " at 0x" not in ascii(r) else "obj")
t(lambda: bytearray(b"%d") % 5); t(lambda: type(bytearray(b"%d") % 5)); t(lambda: b"%s" % bytearray(b"x"))
t(lambda: Sub("%s") % 1); t(lambda: type(Sub("%s") % 1)); t(lambda: type(Sub("abc") % ()))
class BS(bytes): pass
t(lambda: type(BS(b"%s") % b"1"))
class D(dict):
    def __missing__(s, k): return k
t(lambda: "%(x)s %(y)s" % D()); t(lambda: b"%(x)s %(y)s" % D()); t(lambda: "%(a)s %s" % {"a": 1}); t(lambda: "%s %(a)s" % {"a": 1}); t(lambda: "%(a)*d" % {"a": 1})
t(lambda: "".__mod__(1)); t(lambda: "%d".__rmod__("%s")); t(lambda: b"".__mod__(1)); t(lambda: b"%d".__rmod__(b"%s")); t(lambda: bytearray().__mod__(1)); t(lambda: "a".__rmod__(5)); t(lambda: b"".__rmod__(5))
