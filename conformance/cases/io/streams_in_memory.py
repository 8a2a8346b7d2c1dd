# covers: With Statement Context Managers
# StringIO and BytesIO: places, lines, line ends, closing, arguments that do not fit.
import io
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
s = io.StringIO("one\ntwo\r\nthree")
print(s.read(2), s.tell(), s.readline(), s.readline(3), s.readlines(), s.read(), s.getvalue())
print(s.seek(0), list(s), s.seek(0, 2), s.write("!"), s.getvalue(), s.seek(2), s.write("XYZ"), s.getvalue(), s.truncate(), s.getvalue(), s.truncate(1), s.tell(), s.write("q"), s.getvalue())
for newline in (None, "", "\n", "\r", "\r\n"):
    s = io.StringIO("a\nb\rc\r\nd", newline)
    print(repr(newline), repr(s.getvalue()), s.readlines(), s.newlines, s.write("x\ny"), repr(s.getvalue()))
s = io.StringIO()
print(s.closed, s.readable(), s.writable(), s.seekable(), s.isatty(), s.line_buffering, s.encoding, s.errors, s.flush())
print("print", 1, 2, sep="-", end=".", file=s)
print(s.getvalue())
with s as same:
    print(same is s)
print(s.closed, s.close())
for f in (s.getvalue, s.read, s.tell, lambda: s.write("x"), s.readable, lambda: next(s), s.flush, lambda: s.seek(0)): t(f)
s = io.StringIO("abc")
for f in (lambda: s.write(5), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.seek(0, 5), lambda: s.seek(0, 1), lambda: s.seek("x"), lambda: s.read("x"), lambda: s.read(None), lambda: s.truncate(-1), lambda: s.fileno(), lambda: s.detach(), lambda: io.StringIO(5), lambda: io.StringIO("", "x"), lambda: io.StringIO("", 5), lambda: io.StringIO(None).getvalue(), lambda: s.readline(None), lambda: s.writelines(["a", "b"]), lambda: s.writelines([5]), lambda: s.getvalue()): t(f)
b = io.BytesIO(b"one\ntwo\nthree")
print(b.read(2), b.tell(), b.readline(), b.readline(2), b.readlines(), b.read(), b.read1(), b.getvalue())
print(b.seek(0), list(b), b.seek(-3, 2), b.read(), b.seek(2), b.write(b"XYZ"), b.getvalue(), b.truncate(), b.getvalue(), b.seek(8), b.write(bytearray(b"far")), b.getvalue())
a = bytearray(4); b.seek(0); print(b.readinto(a), a, b.readinto1(a), a, b.seek(-100, 1), b.seek(0))
v = b.getbuffer(); v[0] = 33; print(bytes(v), b.getvalue(), b.closed, b.readable(), b.isatty())
t(lambda: b.write(b"x" * 50)); v.release()
for f in (lambda: b.write("x"), lambda: b.write(5), lambda: b.seek(-1), lambda: b.seek(0, 7), lambda: b.truncate(-1), lambda: b.read("x"), lambda: io.BytesIO(5), lambda: io.BytesIO("x"), lambda: io.BytesIO(None).getvalue(), lambda: b.fileno(), lambda: b.writelines([b"a", b"b"]), lambda: b.readlines(1), lambda: b.close(), lambda: b.read(), lambda: b.getvalue(), lambda: b.close()): t(f)
print(isinstance(s, io.TextIOBase), isinstance(b, io.BufferedIOBase), isinstance(b, io.IOBase), isinstance(s, io.RawIOBase), io.StringIO.__module__, io.UnsupportedOperation.__mro__[1:3])
class Raw(io.RawIOBase):
    def __init__(self, data): self.data = data
    def readable(self): return True
    def readinto(self, buffer):
        part, self.data = self.data[:len(buffer)], self.data[len(buffer):]
        buffer[:len(part)] = part
        return len(part)
print(Raw(b"abcdef").read(3), Raw(b"abcdef").read(), Raw(b"a\nb").readline(), list(Raw(b"a\nb\n")), Raw(b"x").readall())
w = io.TextIOWrapper(io.BytesIO(b"h\xc3\xa9\r\nx"), "utf-8")
print(w.readline(), w.read(), w.newlines, w.encoding)
w = io.TextIOWrapper(io.BytesIO(), "latin-1", newline="\r\n")
print(w.write("\xe9\n"), w.flush(), w.buffer.getvalue())
