# covers: Emulating numeric types; Objects, values and types
"""Text that grows by += while it is also elsewhere, is hashed, indexed and iterated."""


def grow(text, tail, times):
    for _ in range(times):
        text += tail
    return text


for start in ["", "x" * 40, "\u00e9" * 20, "\U0001f600\ud800"]:
    for tail in ["a", "bc", "\u0451", "\U0001f601", "\udfff", ""]:
        grown = grow(start, tail, 50)
        other = start + tail * 50
        assert grown == other and hash(grown) == hash(other) and len(grown) == len(other)
        assert grown[-1:] == other[-1:] and grown[17:45:3] == other[17:45:3]
        assert grown.isascii() == other.isascii() and grown.find(tail, 30) == other.find(tail, 30)
        assert {grown: 1}[other] == 1
print("equal")


def shared():
    text = "s" * 40
    seen = [text]
    text += "a"
    seen.append(text)
    keys = {text: "first"}
    text += "b"
    keys[text] = "second"
    letters = iter(text)
    text += "c"
    alias = text
    text = text + "d"
    text = text + text
    return [word[38:] for word in seen], [(key[38:], keys[key]) for key in keys], len(list(letters)), alias[38:], len(text)


print(shared())


def mixed():
    text = "m" * 30
    points = []
    for point in [0x61, 0xE9, 0x62, 0x1F600, 0xD800, 0x63]:
        for _ in range(40):
            text += chr(point)
        points.append((len(text), [hex(ord(c)) for c in text[-1:]], hash(text) == hash("".join(list(text)))))
    return points, text[29:32], text[69:72], text[149:152].encode("utf-8"), text[189:192] == "\U0001f600\ud800\ud800"


print(mixed())


def chains(a, b, c):
    before = a + b
    after = a + b + c + b + a
    return before, after, a, b, c


print(chains("p" * 31, "q", "\u0451"))


class Text(str):
    def __add__(self, other):
        return Text("added " + other)


def derived():
    text = Text("t" * 40)
    text += "u"
    text += "v"
    return text, type(text).__name__


print(derived())


def refused():
    text = "r" * 40
    try:
        text += 1
    except TypeError as error:
        print(error)
    return text == "r" * 40


print(refused())


def while_kept():
    text = "k" * 40
    kept = []
    for i in range(4):
        text += str(i)
        kept.append(text)
    return [word[39:] for word in kept]


print(while_kept())
