"""Write src/unicodedata/table.rs: what the module `unicodedata` of Python 3.13 knows of each code point.

    python3.13 crates/stdlib/scripts/unicode_data.py > crates/stdlib/src/unicodedata/table.rs

Everything is asked from the `unicodedata` of the interpreter that runs this (Unicode 15.1, and 3.2 for
`ucd_3_2_0`), but for the named sequences: those are asked from the Unicode::UCD of a Perl and compared.
"""

import subprocess
import textwrap
import unicodedata

old = unicodedata.ucd_3_2_0
assert unicodedata.unidata_version == "15.1.0", unicodedata.unidata_version

SHIFT = 5
GROUP = 11
LAST = 0x110000
CATEGORIES = sorted({unicodedata.category(chr(point)) for point in range(LAST)})
BIDIRECTIONAL = sorted({unicodedata.bidirectional(chr(point)) for point in range(LAST)})
WIDTHS = sorted({unicodedata.east_asian_width(chr(point)) for point in range(LAST)})
numbers, records, blocks = [], {}, {}


def record(data, point):
    c = chr(point)
    number = data.numeric(c, None)
    if number is not None and number not in numbers:
        numbers.append(number)
    return (CATEGORIES.index(data.category(c)), BIDIRECTIONAL.index(data.bidirectional(c)),
            data.combining(c), WIDTHS.index(data.east_asian_width(c)), int(data.mirrored(c)),
            data.decimal(c, 255), data.digit(c, 255), 255 if number is None else numbers.index(number))


found = [records.setdefault(record(unicodedata, point), len(records)) for point in range(LAST)]
earlier = [records.setdefault(record(old, point), len(records)) for point in range(LAST)]
groups, index = {}, []
for start in range(0, LAST, 1 << GROUP):
    group = []
    for at in range(start, start + (1 << GROUP), 1 << SHIFT):
        block = tuple(found[at:at + (1 << SHIFT)])
        group.append(blocks.setdefault(block, len(blocks)))
    index.append(groups.setdefault(tuple(group), len(groups)))
changes = []
for point in range(LAST):
    if earlier[point] != found[point]:
        if changes and changes[-1][1] == point - 1 and changes[-1][2] == earlier[point]:
            changes[-1][1] = point
        else:
            changes.append([point, point, earlier[point]])


def write(name, kind, items, doc=None):
    print(f"\n/// {doc}" if doc else "")
    print(f"pub(super) const {name}: &[{kind}] = &[")
    text = ", ".join(items)
    print(textwrap.fill(text, 116, initial_indent="    ", subsequent_indent="    ") + ",")
    print("];")


def is_hangul(point):
    return 0xAC00 <= point < 0xAC00 + 11172


tags, pool, decompositions = [""], [], []
for point in range(LAST):
    text = unicodedata.decomposition(chr(point))
    if not text:
        continue
    parts = text.split()
    tag = parts.pop(0) if parts[0].startswith("<") else ""
    if tag not in tags:
        tags.append(tag)
    decompositions.append((point, tags.index(tag), len(pool), len(parts)))
    pool += [int(part, 16) for part in parts]
compositions = []
for point, tag, start, count in decompositions:
    if tag == 0 and count == 2 and unicodedata.normalize("NFC", chr(point)) == chr(point):
        compositions.append((pool[start], pool[start + 1], point))
corrections = []
for point in range(LAST):
    c = chr(point)
    if not 0xD800 <= point < 0xE000 and old.category(c) != "Cn" and old.normalize("NFD", c) != unicodedata.normalize("NFD", c):
        corrections.append((point, ord(old.normalize("NFD", c))))

perl = r'my %n = namedseq(); binmode STDOUT, ":utf8"; print map { "$_;$n{$_}\n" } sort keys %n'
listed = subprocess.run(["perl", "-MUnicode::UCD=namedseq", "-e", perl], capture_output=True, check=True, text=True)
sequences = [line.split(";") for line in listed.stdout.splitlines()]
for name, text in sequences:
    assert unicodedata.lookup(name) == text, name

print("//! What `unicodedata` of Python 3.13 (Unicode 15.1 and 3.2) knows; written by scripts/unicode_data.py.")
print("#![cfg_attr(rustfmt, rustfmt_skip)]")
print("\nuse super::record::Record;")
print("\n/// How many bits of a code point tell its place in a block, and in a group of blocks.")
print(f"pub(super) const SHIFT: u32 = {SHIFT};\npub(super) const GROUP: u32 = {GROUP};")
write("CATEGORIES", "&str", map('"{}"'.format, CATEGORIES))
write("BIDIRECTIONAL", "&str", map('"{}"'.format, BIDIRECTIONAL))
write("WIDTHS", "&str", map('"{}"'.format, WIDTHS))
write("TAGS", "&str", map('"{}"'.format, tags))
write("NUMBERS", "f64", map(repr, map(float, numbers)))
write("RECORDS", "Record", (f"Record({', '.join(map(str, each))})" for each in records))
write("INDEX", "u8", map(str, index), "The group of each 1 << GROUP code points.")
write("GROUPS", "[u16; 1 << (GROUP - SHIFT)]", (f"[{', '.join(map(str, group))}]" for group in groups), "The block of each 1 << SHIFT code points of a group.")
write("CHANGES", "(u32, u32, u16)", (f"({first}, {last}, {number})" for first, last, number in changes), "From which code point to which Unicode 3.2 had another record.")
print(f"\n/// The record of each code point of a block.\npub(super) const BLOCKS: &[[u16; 1 << SHIFT]] = &[")
for block in blocks:
    print(textwrap.fill("[" + ", ".join(map(str, block)) + "],", 116, initial_indent="    ", subsequent_indent="     "))
print("];")
write("DECOMPOSITIONS", "(u32, u8, u16, u8)", map(str, decompositions), "Code point, number of the tag, where its parts begin in `PARTS`, how many they are.")
write("PARTS", "u32", map(str, pool))
write("COMPOSITIONS", "(u32, u32, u32)", map(str, sorted(compositions)), "What two code points are composed to.")
write("CORRECTIONS", "(u32, u32)", map(str, corrections), "What Unicode 3.2 decomposed otherwise.")
print("\npub(super) const SEQUENCES: &[(&str, &str)] = &[")
for name, text in sequences:
    print(f'    ("{name}", "{"".join(f"\\u{{{ord(c):X}}}" for c in text)}"),')
print("];")
