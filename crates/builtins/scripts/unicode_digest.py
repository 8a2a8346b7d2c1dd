"""Print the digests that tests/unicode.rs compares: 64-bit FNV-1a over all code points of each property.

    python3.13 crates/builtins/scripts/unicode_digest.py
"""


def fnv(data):
    state = 0xCBF29CE484222325
    for byte in data:
        state = (state ^ byte) * 0x100000001B3 & (1 << 64) - 1
    return state


PREDICATES = ["isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace", "isprintable",
              "islower", "isupper", "istitle", "isidentifier"]
MAPPINGS = ["upper", "lower", "title", "casefold", "swapcase", "capitalize"]
POINTS = [chr(point) for point in range(0x110000)]

for name in PREDICATES:
    print(f'    ("{name}", {fnv(int(getattr(c, name)()) for c in POINTS):#018x}),')
print(f'    ("identifier part", {fnv(int(("a" + c).isidentifier()) for c in POINTS):#018x}),')
for name in MAPPINGS:
    text = "".join(getattr(c, name)() for c in POINTS)
    print(f'    ("{name}", {fnv(text.encode("utf-8", "surrogatepass")):#018x}),')
text = "".join(("A" + c + "\u03a3").lower() + (" " + c + "\u03a3a" + c).lower() for c in POINTS)
print(f'    ("final sigma", {fnv(text.encode("utf-8", "surrogatepass")):#018x}),')
print(f'    ("repr", {fnv(repr("".join(POINTS)).encode()):#018x}),')
print(f'    ("ascii", {fnv(ascii("".join(POINTS)).encode()):#018x}),')
