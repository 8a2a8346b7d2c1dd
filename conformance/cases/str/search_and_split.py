# covers: Emulating container types
# Searching, splitting, joining, replacing.
s = "one two  three\ttwo\n"
for f in (lambda: s.find("two"), lambda: s.find("two", 5), lambda: s.rfind("two"), lambda: s.find("x"), lambda: s.index("two", -6), lambda: s.count("t"), lambda: s.count(""), lambda: "abc".find("", 3), lambda: "abc".find("", 4), lambda: "abc".rfind(""), lambda: "aaa".count("aa"), lambda: s.index("zzz"), lambda: s.rindex("zzz"), lambda: s.find(5), lambda: "abc".find("c", None, 2), lambda: "abc".find("c", "x"), lambda: "abc".index("b", 0, -1), lambda: "abc".startswith(("x", "a")), lambda: "abc".startswith("b", 1), lambda: "abc".endswith("c", 0, 2), lambda: "abc".startswith(""), lambda: "abc".startswith("", 4), lambda: "abc".startswith(()), lambda: "abc".startswith(5), lambda: "abc".endswith(("a", 5)), lambda: "abc".endswith(["a"])):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for f in (lambda: s.split(), lambda: s.split(None, 1), lambda: s.split("two"), lambda: s.split(" "), lambda: s.split(" ", 1), lambda: s.rsplit(None, 1), lambda: s.rsplit("two", 1), lambda: "".split(), lambda: "".split(","), lambda: ",a,,b,".split(","), lambda: "a".split(""), lambda: "a".split(5), lambda: "aXbXc".split("X", maxsplit=1), lambda: "a b c".split(maxsplit=0), lambda: "  a b ".split(maxsplit=0), lambda: "  a b ".rsplit(maxsplit=0), lambda: "a\nb\r\nc\rd\x0be\x1cf\x85g\u2028h".splitlines(), lambda: "a\n\nb\n".splitlines(True), lambda: "".splitlines(), lambda: "a=b=c".partition("="), lambda: "a=b=c".rpartition("="), lambda: "abc".partition("x"), lambda: "abc".rpartition("x"), lambda: "abc".partition("")):
    try:
        print(ascii(f()))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for f in (lambda: ", ".join(["a", "b"]), lambda: "".join([]), lambda: "x".join("abc"), lambda: "-".join(c for c in "ab"), lambda: "".join(["a", 5]), lambda: "".join(5), lambda: ",".join([b"a"]), lambda: ",".join({"k": 1}), lambda: "".join([None]), lambda: "abc".replace("b", "XX"), lambda: "aaa".replace("a", "b", 2), lambda: "abc".replace("", "-"), lambda: "abc".replace("", "-", 2), lambda: "".replace("", "x"), lambda: "aaa".replace("aa", "b"), lambda: "abc".replace("a", 5), lambda: "aaa".replace("a", "", count=1), lambda: "abc".replace("b", "b"), lambda: "x".join(["only"])):
    try:
        print(f())
    except TypeError as e:
        print(e)
print("xxhixx".strip("x"), "  hi\n".strip() + "|", "abcba".lstrip("ab"), "abcba".rstrip("ab"), "\u3000hi\xa0".strip(), "hi".strip(None), "hi".strip(""), "TestHook".removeprefix("Test"), "TestHook".removesuffix("Hook"), "a".removeprefix("b"))
try:
    "a".strip(5)
except TypeError as e:
    print(e)
