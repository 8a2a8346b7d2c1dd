# covers: The standard type hierarchy
# Case mappings that change the length, and the is... questions.
words = ("", "abc", "ABC", "Hello World", "they're bill's", "ßtraße", "ǆabc", "ΑΣ", "ΑΣ Σ", "İI", "ﬁsh", "123abc", "a1B2", "ñ", "x\u0345")
for w in words:
    print(ascii([w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold()]))
for w in words + (" ", "1", "½", "²", "٣", "一", "_a", "1a", "a b", "A B", "\n", "Ab", "AB1", "日本", "ª", "class", "\u2160"):
    print(ascii(w), *(int(getattr(w, "is" + q)()) for q in ("alpha", "alnum", "digit", "decimal", "numeric", "space", "upper", "lower", "title", "identifier", "printable", "ascii")))
print("a".center(5) + "|", "a".center(4, "*"), "ab".center(5, "*"), "a".ljust(3, ".") + "a".rjust(3, "."), "abc".center(1), "42".zfill(5), "-42".zfill(5), "+4".zfill(1), "".zfill(2), "--1".zfill(5), "a\tb".expandtabs(), "a\tb\tc".expandtabs(4), "\t".expandtabs(0) + "|", "ab\n\tx".expandtabs(3))
for f in (lambda: "a".center("x"), lambda: "a".center(5, "xy"), lambda: "a".ljust(5, 1), lambda: "a".zfill("x"), lambda: "a".center(), lambda: "a".upper(1), lambda: str.upper(5), lambda: str.upper()):
    try:
        print(f())
    except TypeError as e:
        print(e)
table = str.maketrans("abc", "xyz", "d")
print(table, "abcd".translate(table), "abc".translate({97: "AA", 98: None, 99: 120}), "é".translate({233: "e"}))
print(str.maketrans({"a": 1, 98: "b"}), "aab".translate({97: None}))
for f in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans(5), lambda: "a".translate({97: 0x110000}), lambda: "a".translate({97: 1.5}), lambda: str.maketrans({1.5: 1}), lambda: "a".translate(5)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
class Upper:
    def __getitem__(self, key):
        if key == 98:
            raise LookupError
        return chr(key).upper()
print("abc".translate(Upper()), "ab".translate(["x"] * 98))
