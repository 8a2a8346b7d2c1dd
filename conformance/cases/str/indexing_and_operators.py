# covers: Emulating container types; Emulating numeric types; __mul__
# Subscripts, slices, concatenation, repetition, comparison and membership of texts.
s = "héllo😀"
print(ascii([s[0], s[1], s[-1], s[1:3], s[::-1], s[::2], s[-3:], s[10:], s[5:2], s[:-1], s[2:100:3], s[True]]))
for index in (6, -7, 10**20, 1.0, "a", None, (1, 2), slice("a"), slice(1, 2, 0)):
    try:
        print(ascii(s[index]))
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print("a" + "b", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "ab" * True, "" * 10**10)
for f in (lambda: "a" + 1, lambda: "a" + b"b", lambda: 1 + "a", lambda: "a" * 1.0, lambda: "a" * "b", lambda: "ab" * 10**20, lambda: "a" - "b", lambda: -"a", lambda: "a" < 1, lambda: 1 in "a", lambda: None in "a", lambda: "a" % 1, lambda: s.__setitem__(0, "x")):
    try:
        print(f())
    except (TypeError, OverflowError, AttributeError, MemoryError) as e:
        print(type(e).__name__, e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
print("a" < "b", "a" < "B", "" < "a", "ab" < "abc", "é" > "z", "😀" > "\uffff", "a" == "a\0", "a" != b"a", "a" == b"a", "abc" >= "abc")
print("l" in "hello", "" in "", "lo" in "hello", "lol" in "hello", "a" not in "b", "hello".__contains__("h"))
print(list("aé😀".encode("utf-8")), ascii(list("aé😀")), "-".join("abc"), [*reversed("abc")], sorted("cab"), max("hello"), tuple("ab"), set("aa"))
it = iter("ab")
print(next(it), it.__length_hint__(), next(it), next(it, "done"), type(it).__name__, len("😀"))
print("abc".__add__("d"), "abc".__mul__(2), "abc".__getitem__(1), "abc".__len__(), "abc".__lt__("b"), "abc".__eq__(5), "abc".__hash__() == hash("abc"), "abc".__rmul__(2), "abc".__iter__().__next__())
class MyStr(str):
    pass
m = MyStr("abc")
print(type(m + "d"), type(m[:]), type(m * 1), type(m.upper()), type(str(m)), type("" + m), m == "abc", hash(m) == hash("abc"), {m: 1}["abc"], type(m.strip()), type("".join([m])))
x = "a"
x += "b"
x *= 2
print(x, x is x, "%s" % x)
