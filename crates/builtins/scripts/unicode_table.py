"""Write src/text/unicode/table.rs: what Python 3.13 knows of each code point.

    python3.13 crates/builtins/scripts/unicode_table.py > crates/builtins/src/text/unicode/table.rs

Everything is asked from `str` methods and `unicodedata` of the interpreter that runs this, so that
the table cannot disagree with it. Run it with CPython 3.13 (Unicode 15.1).
"""

import sys
import unicodedata

assert unicodedata.unidata_version == "15.1.0", unicodedata.unidata_version

SHIFT = 7
FLAGS = [
    ("ALPHA", lambda c: c.isalpha()),
    ("DECIMAL", lambda c: c.isdecimal()),
    ("DIGIT", lambda c: c.isdigit()),
    ("NUMERIC", lambda c: c.isnumeric()),
    ("SPACE", lambda c: c.isspace()),
    ("PRINTABLE", lambda c: c.isprintable()),
    ("LOWER", lambda c: c.islower()),
    ("UPPER", lambda c: c.isupper()),
    ("TITLE", lambda c: unicodedata.category(c) == "Lt"),
    # How the final sigma comes out shows which characters its rule skips.
    ("CASE_IGNORABLE", lambda c: ("A" + c + "\u03a3").lower().endswith("\u03c2")
                                 and not (" " + c + "\u03a3").lower().endswith("\u03c2")),
    ("XID_START", lambda c: c.isidentifier()),
    ("XID_CONTINUE", lambda c: ("a" + c).isidentifier()),
]
MAPPINGS = [("upper", str.upper), ("lower", str.lower), ("title", str.title), ("fold", str.casefold)]

records = {}
special = {}
numbers = []
for point in range(0x110000):
    c = chr(point)
    flags = sum(1 << bit for bit, (_, test) in enumerate(FLAGS) if test(c))
    deltas = []
    for which, (_, mapping) in enumerate(MAPPINGS):
        mapped = mapping(c)
        if len(mapped) == 1:
            deltas.append(ord(mapped) - point)
        else:
            deltas.append(0)
            flags |= 1 << len(FLAGS)
            special.setdefault(point, {})[which] = [ord(m) for m in mapped]
    digit = unicodedata.decimal(c, 255)
    record = (flags, digit, *deltas)
    numbers.append(records.setdefault(record, len(records)))

assert len(records) <= 256
blocks = {}
index = []
for start in range(0, 0x110000, 1 << SHIFT):
    block = tuple(numbers[start : start + (1 << SHIFT)])
    index.append(blocks.setdefault(block, len(blocks)))
while index[-1] == index[-2]:
    index.pop()  # `record` takes the last entry for everything beyond


def rows(items, width=100):
    line = "   "
    for item in items:
        text = f" {item},"
        if len(line) + len(text) > width:
            print(line)
            line = "   "
        line += text
    print(line)


print("//! What Python 3.13 (Unicode 15.1) knows of each code point; written by scripts/unicode_table.py.")
print("#![cfg_attr(rustfmt, rustfmt_skip)]\n")
print("use super::Record;\n")
for bit, (name, _) in enumerate(FLAGS):
    print(f"pub(super) const {name}: u16 = 1 << {bit};")
print(f"/// Some mapping of the code point is in `SPECIAL`.\npub(super) const HAS_SPECIAL: u16 = 1 << {len(FLAGS)};\n")
print(f"pub(super) const SHIFT: u32 = {SHIFT};\n")
print("/// Flags, decimal value (255: none), and what to add for upper, lower, title and folded case.")
print(f"pub(super) const RECORDS: &[Record] = &[")
rows([f"Record({', '.join(map(str, r))})" for r in records])
print("];\n")
print(f"pub(super) const INDEX: &[u16] = &[")
rows(index)
print("];\n")
print(f"pub(super) const BLOCKS: &[[u8; {1 << SHIFT}]] = &[")
for block in blocks:
    print("  [")
    rows(block)
    print("  ],")
print("];\n")
entries = [(point, which, mapped) for point, m in sorted(special.items()) for which, mapped in sorted(m.items())]
print("/// Mappings to more than one code point: the code point, which mapping (0 upper, 1 lower, 2 title,")
print("/// 3 folded), and its result, padded with zeros. Sorted.")
print(f"pub(super) const SPECIAL: &[(u32, u8, [u32; 3])] = &[")
rows([f"({p:#x}, {w}, [{', '.join(hex(x) for x in (m + [0, 0, 0])[:3])}])" for p, w, m in entries])
print("];")
print(len(records), len(blocks), len(index), len(special), file=sys.stderr)
