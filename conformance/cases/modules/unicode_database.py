# covers: The standard type hierarchy
import unicodedata
from unicodedata import ucd_3_2_0 as old


def tried(function, *args, **more):
    try:
        print(ascii(function(*args, **more)))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


for c in "aA1 (\u00bd\u0661\u0301\u05d0\u4e2d\ud800\u1e9b\uac01\U0001f600\U00011f04\U0002f868":
    for data in (unicodedata, old):
        print(ascii(c), data.category(c), data.bidirectional(c), data.combining(c), data.east_asian_width(c),
              data.mirrored(c), data.decimal(c, None), data.digit(c, None), data.numeric(c, None),
              data.decomposition(c), data.name(c, "-"))

print(unicodedata.unidata_version, old.unidata_version, type(old).__qualname__)
for function in (unicodedata.category, unicodedata.name, unicodedata.decimal, unicodedata.digit, unicodedata.numeric):
    for argument in ("", "ab", 5, "\0", None):
        tried(function, argument)
for argument in ("LATIN SMALL LETTER A", "latin small letter a", b"LATIN SMALL LETTER A", "NBSP", "LINE FEED", "alert",
                 "CJK UNIFIED IDEOGRAPH-4E00", "cjk unified ideograph-4e00", "HANGUL SYLLABLE GAG",
                 "KEYCAP DIGIT ONE", "keycap digit one", "LATIN SMALL LETTER A WITH MACRON AND GRAVE",
                 "a" * 257, "x", "\ud800", 5, "SYMBOL FOR DELETE SQUARE CHECKER BOARD FORM"):
    tried(unicodedata.lookup, argument)
tried(old.lookup, "KEYCAP DIGIT ONE")
tried(unicodedata.category)
tried(unicodedata.category, "a", "b")
tried(unicodedata.name, "a", default=None)
tried(unicodedata.normalize, "NFC")
tried(unicodedata.normalize, "XFC", "a")
tried(unicodedata.normalize, "NFC", 5)
tried(unicodedata.normalize, 5, "a")
tried(type(old))

texts = ["", "abc", "\u00e9", "e\u0301", "\u1e9b\u0323", "\u1e69", "s\u0307\u0323", "\u2460\ufb01", "\uac01", "\u1100\u1161\u11a8",
         "a\u0315\u0300\u05ae\u0300b", "\u0344", "\u2126", "\U0002f868", "\u0958", "\ud800\u0301", "\u0061\u0301\u0301",
         "\u1b05\u1b35", "\ufdfa"]
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    for text in texts:
        made = unicodedata.normalize(form, text)
        print(form, ascii(text), ascii(made), unicodedata.is_normalized(form, text),
              ascii(old.normalize(form, text)) if old.normalize(form, text) != made else "")


class Text(str):
    pass


print(type(unicodedata.normalize("NFC", Text("abc"))), type(unicodedata.normalize("NFC", Text("e\u0301"))))
digest = 0
for point in range(0, 0x3000, 7):
    c = chr(point)
    for word in (unicodedata.category(c), unicodedata.name(c, ""), unicodedata.decomposition(c), old.category(c)):
        for letter in word:
            digest = (digest * 31 + ord(letter)) % (1 << 61)
print(digest)
