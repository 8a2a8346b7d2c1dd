# covers: The standard type hierarchy
# codecs: streams that encode and decode, lines read in pieces, recoding, incremental states.
import codecs, io
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
text = "one\r\ntwo\rthrée\nfour€\x0bfive\u2028six"
for name in ("utf-8", "utf-16", "utf-32", "utf-8-sig", "utf-16-be", "utf-7", "latin-1", "cp1252", "unicode_escape"):
    shown = text if name not in ("latin-1", "cp1252") else text.replace("\u2028", "").replace("€", "")
    data = shown.encode(name)
    r = codecs.getreader(name)(io.BytesIO(data))
    print(name, [r.readline() for _ in range(7)], repr(r.read()))
    r = codecs.getreader(name)(io.BytesIO(data))
    print(repr(r.readline(keepends=False)), repr(r.read(3, 2)), r.readlines())
    r = codecs.getreader(name)(io.BytesIO(data))
    print(list(r) == shown.splitlines(True), end=" ")
    r.seek(0)
    print(r.read() == shown, end=" ")
    w = codecs.getwriter(name)(io.BytesIO())
    for piece in shown.partition("two"):
        w.write(piece)
    print(w.stream.getvalue() == data)
    d, e = codecs.getincrementaldecoder(name)(), codecs.getincrementalencoder(name)()
    print("".join(d.decode(bytes([b])) for b in data) + d.decode(b"", True) == shown, b"".join(e.encode(c) for c in shown) + e.encode("", True) == data or name)
    print(d.getstate(), e.getstate())
for name in ("utf-16", "utf-32"):
    tr(lambda: codecs.getreader(name)(io.BytesIO(b"abcdefgh")).read())
    tr(lambda: codecs.getincrementaldecoder(name)().decode(b"abcdefgh"))
    d = codecs.getincrementaldecoder(name)()
    d.setstate((b"", 1)); print(d.getstate(), repr(d.decode(b"\x00\x00\x00a")))
f = io.BytesIO(b"\xe9t\xe9\nz\n")
recoded = codecs.EncodedFile(f, "utf-8", "latin-1")
print(recoded.read(), recoded.data_encoding, recoded.file_encoding, recoded.encode.__name__)
recoded.seek(0)
print(recoded.readline(), recoded.readlines(), list(recoded))
out = codecs.EncodedFile(io.BytesIO(), "utf-8", "utf-16-le")
out.write("é".encode()); out.writelines([b"a", b"b"])
print(out.stream.getvalue())
with codecs.StreamReaderWriter(io.BytesIO("aé\nb".encode()), codecs.getreader("utf-8"), codecs.getwriter("utf-8")) as both:
    print(both.readline(), both.encoding, next(both), both.tell())
    both.write("ü"); both.seek(0)
    print(both.readlines(), both.stream.closed)
print(both.stream.closed)
for f in (lambda: both.__reduce_ex__(2), lambda: codecs.getreader("utf-8")(io.BytesIO()).__reduce_ex__(2), lambda: codecs.Codec().encode("x"), lambda: codecs.getreader("nope"), lambda: codecs.getincrementaldecoder("rot13x"), lambda: codecs.getreader("utf-8")(io.BytesIO(b"\xff\n")).readline(), lambda: codecs.getreader("utf-8")(io.BytesIO(b"ok\n\xff\n")).readline(), lambda: next(codecs.getreader("utf-8")(io.BytesIO()))):
    tr(f)
print(list(codecs.iterdecode([b"\xe2", b"\x82\xac", b"x"], "utf-8")), list(codecs.iterencode(["a", "", "€"], "utf-16")))
info = codecs.lookup("UTF8")
print(info.name, info.encode("é"), info.decode(b"\xc3\xa9"), info._is_text_encoding, info is codecs.lookup("utf-8") or info.name)
tr(info.decode, b"\xc3")
