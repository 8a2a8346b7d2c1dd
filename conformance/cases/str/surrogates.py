# covers: The standard type hierarchy
# Lone surrogates in literals of every kind.
x = 5
for s in ("\ud800", 'a\ud83d\ude00', r"\ud800", "\N{BULLET}\udfff", f"{x}\ud800{{}}", f"\ud800{x}" "\udc00", rf"\ud800{x}", f"""\
\ud801
{x!r:>{x}}\udc01""", "�\ud800", '\ud800' "b" r'\ud800', u"\ud800", "\U0000d900", "\x41\101\ud800", "\q"[0:1]+"\udcff"):
    print(ascii(s), len(s))
print(ascii(f"{x=}\ud800"), {"\ud800": 1} == {chr(0xd800): 1}, "\ud800" in "a\ud800", "\ud800" < "\ue000", hash("\ud800") == hash(chr(0xd800)))
