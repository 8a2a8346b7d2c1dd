# covers: The standard type hierarchy
# codecs: a function for each encoding, partial input, marks of byte order, escapes, tables of programs.
import codecs, warnings
warnings.simplefilter("ignore")
def tr(f, *a):
    try:
        print(f.__name__, a, f(*a))
    except Exception as e:
        print(f.__name__, a, type(e).__name__, e)
for name in ("utf_8", "utf_7", "utf_16_le", "utf_16_be", "utf_32_le", "utf_32_be", "ascii", "latin_1", "unicode_escape", "raw_unicode_escape", "utf_16", "utf_32"):
    e, d = getattr(codecs, name + "_encode"), getattr(codecs, name + "_decode")
    for text in ("", "aé€😀\n\\", "\udc80"):
        for errors in (None, "ignore", "surrogatepass"):
            tr(e, text, errors)
    for data in (b"", b"ab", b"\xc3", b"\xe2\x82", b"+AOk", b"\\u00e", b"\\x4", b"\x00\xd8", b"\xd8\x00", b"\xff\xfea\x00", b"\xfe\xff\x00a", b"\xff\xfe\x00\x00a\x00\x00\x00", b"\xed\xb2", b"\x80a"):
        tr(d, data)
        tr(d, data, "replace")
    tr(e, b"x"); tr(d, "x"); tr(d, 5); tr(e, "x", 5)
for name in ("utf_8", "utf_16", "utf_32", "utf_7", "unicode_escape"):
    d = getattr(codecs, name + "_decode")
    for data in (b"\xe2\x82", b"a\xc3", b"\xff", b"\x00\xd8", b"\\u00", b"+AO"):
        for final in (True, False):
            tr(d, data, "strict", final)
for order in (-1, 0, 1):
    tr(codecs.utf_16_encode, "a€", "strict", order); tr(codecs.utf_32_encode, "a", "strict", order)
    tr(codecs.utf_16_ex_decode, b"\xff\xfea\x00", "strict", order); tr(codecs.utf_16_ex_decode, b"a\x00b", "strict", order)
    tr(codecs.utf_32_ex_decode, b"\x00\x00\xfe\xff\x00\x00\x00a", "strict", order)
for data in (b"a\\n\\x41\\101\\\\'\"", b"\\", b"\\x4", b"\\xg1", b"\\\n.", "\\u00e9é", b""):
    for errors in (None, "ignore", "replace", "nope"):
        tr(codecs.escape_decode, data, errors)
tr(codecs.escape_encode, b"a\n\t\r\\'\"\x00\xff~"); tr(codecs.escape_encode, "x"); tr(codecs.readbuffer_encode, "é"); tr(codecs.readbuffer_encode, bytearray(b"ab"))
table = {97: 1, 98: b"xyz", 99: None, 100: 300, 101: "x"}
for text in ("ab", "ac", "d", "e", "z", "azza"):
    for errors in ("strict", "ignore", "replace", "xmlcharrefreplace"):
        tr(codecs.charmap_encode, text, errors, table)
for data in (b"\x00\x01", b"\x02", b"\x03", b"\x04\x00"):
    for errors in ("strict", "ignore", "replace", "backslashreplace"):
        tr(codecs.charmap_decode, data, errors, "ab\ufffe")
        tr(codecs.charmap_decode, data, errors, {0: 97, 1: "xy", 2: None, 3: 0x110000, 4: b"x"})
tr(codecs.charmap_encode, "é"); tr(codecs.charmap_decode, b"\xe9"); tr(codecs.charmap_decode, b"", "strict", "")
print(codecs.make_identity_dict(range(3)), codecs.make_encoding_map({1: "a", 2: "b", 3: "a"}), sorted(codecs.__all__) == sorted(set(codecs.__all__)))
print(codecs.charmap_encode("ba", "strict", codecs.charmap_build("ab")))
