# covers: The standard type hierarchy
# Encodings, aliases and handlers of errors: a digest for each encoding, and the answers of a few.
encs = '''utf-8 utf8 U8 UTF_8 utf-8-sig utf_8_sig utf-7 utf7 utf-16 utf-16-le utf-16-be UTF16 utf-16le u16 utf-32 utf-32-le utf-32-be ascii us-ascii 646 latin-1 latin1 L1 iso-8859-1 8859 cp819
cp1252 windows-1252 cp437 IBM437 koi8-r koi8_u cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso-8859-15 latin9 latin2 iso8859_5 cyrillic greek hebrew arabic mac-roman macintosh mac_cyrillic mac_greek
cp037 cp500 cp850 cp852 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp875 cp1006 cp1026 cp1140 cp273 cp424 cp720 cp737 cp775 cp856 cp1125 hp_roman8 koi8_t kz1048 mac_arabic mac_croatian mac_farsi mac_iceland mac_latin2 mac_romanian mac_turkish palmos ptcp154 tis-620 thai
iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_16 iso8859_3 iso8859_4 iso8859_6 iso8859_7 iso8859_8 iso8859_9
unicode_escape unicode-escape raw_unicode_escape punycode idna charmap undefined rot13 hex base64 uu foo cp.1252 cp-1252 cp__1252 utf--8 utf8sig iso_8859_15:1998 ibm-1252 x-mac-roman'''.split()
texts = ['abc', 'caf\xe9', '\u20ac', 'a\u0416\u0444', '\xfc\xdf', '\x00\x7f\x80\xff', '\ud800', 'x\udc80y', '\udc80\ud800', '\U0001f600!', 'tab\t\n\r\\\'"', 'a+b-c~\\', '\u2028', '\u05d0\u05d1', '\u3042\u3044.com', 'www.\xe4\xf6.de.', '\ufffe\ufeff', '\xa4\xa6', '\u0130\u0131', '\u1234\u1235z']
handlers = ['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'surrogatepass', 'nope']
def show(f):
    try: return ascii(f())
    except Exception as e: return '%s %s %s' % (type(e).__name__, ascii(str(e)), getattr(e, '__notes__', None))
datas = [bytes(range(0, 64)), bytes(range(64, 128)), bytes(range(128, 192)), bytes(range(192, 256)), b'abc', b'\xff', b'\xef\xbb\xbfab', b'\xff\xfea\x00', b'\xfe\xff\x00a', b'a\x00', b'\x00\xd8', b'\xd8\x00\x00', b'+AGE-x', b'+', b'+AG', b'a+2Ad-', b'+!', b'\\x41\\u1234', b'\\x4', b'\\', b'\\N{DIGIT ONE}', b'\\N{nope}', b'\\U00110000', b'\\777', b'\\0', b'\\q', b'abc-def', b'xn--4ca9ab.de', b'a..b', b'\xe2\x82', b'\xe2\x82\xacx\xe2', b'\xed\xa0\x80', b'\xf0\x9f\x98\x80', b'\x80abc', b'bcher-kva', b'\\u12', b'a\xe9\\']
def digest(lines):
    total = 0
    for line in lines:
        total = (total * 1000003 + int.from_bytes(line.encode(), 'big')) % (2 ** 89 - 1)
    return total
for e in encs:
    lines = []
    for h in handlers:
        for t in texts:
            lines.append('%s %s %s' % (ascii(t), h, show(lambda: t.encode(e, h))))
        for t in datas:
            lines.append('%s %s %s' % (t, h, show(lambda: t.decode(e, h))))
    print(e, digest(lines))
    if e in ('cp1252', 'utf-7', 'unicode_escape', 'punycode', 'idna', 'utf-16-le'):
        print('\n'.join(lines[:57]))
