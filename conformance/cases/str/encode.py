# covers: The standard type hierarchy; slice.start
# Encodings and error handlers.
s = "aé日😀"
for codec in ("utf-8", "utf8", "UTF_8", "latin-1", "ascii", "utf-16-le", "utf-16-be", "utf-32-le", "iso-8859-1", "us-ascii", "nope"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
        try:
            print(codec, errors, s.encode(codec, errors))
        except (UnicodeEncodeError, LookupError) as e:
            print(codec, errors, type(e).__name__, e)
for data, codec in ((b"a\xc3\xa9", "utf-8"), (b"\xc3", "utf-8"), (b"a\xe9b", "utf-8"), (b"\xed\xa0\x80", "utf-8"), (b"\xf4\x90\x80\x80", "utf-8"), (b"\xc0\x80", "utf-8"), (b"\xff", "ascii"), (b"\xe9", "latin-1"), (b"\xe3\x81", "utf-8"), (b"\xf0\x9f\x98", "utf-8")):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        try:
            print(data, errors, ascii(data.decode(codec, errors)))
        except UnicodeDecodeError as e:
            print(data, errors, e, "|", e.encoding, e.start, e.end, e.reason, e.object)
for errors in ("strict", "surrogatepass", "surrogateescape", "replace", "ignore", "nope"):
    try:
        print(errors, "a\udce9".encode("utf-8", errors))
    except (UnicodeEncodeError, LookupError) as e:
        print(errors, type(e).__name__, e)
print("abc".encode(), "abc".encode(encoding="ascii"), "é".encode(errors="strict"), b"\xff\xfea\0".decode("utf-16"), "".encode("ascii"))
for f in (lambda: "a".encode(5), lambda: "a".encode("utf-8", 5), lambda: b"a".decode(None), lambda: "é".encode("ascii")):
    try:
        print(f())
    except (TypeError, UnicodeError) as e:
        print(type(e).__name__, e, getattr(e, "args", None))
e = UnicodeEncodeError("codec", "text", 1, 3, "why")
print(e, e.args, e.start, e.end, e.reason, e.object)
e = UnicodeDecodeError("codec", b"data", 1, 2, "why")
print(e, e.args)
