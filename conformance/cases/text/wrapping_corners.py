# covers: The standard type hierarchy
# ours: textwrap
# textwrap: widths that are too small, words that are too long, placeholders, tabs, subclass hooks, indenting by predicate.
import textwrap as tw
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
text = "Hello there -- you goof-ball, use the -b option! It's  a\ttab.  Dr. Who said \"no.\"  Next\u00a0sentence e-mail --foo x--y supercalifragilistic"
for width in (1, 5, 12, 40, 200):
    for k in ({}, {"break_long_words": False}, {"break_on_hyphens": False}, {"drop_whitespace": False}, {"fix_sentence_endings": True}, {"expand_tabs": False, "replace_whitespace": False}, {"initial_indent": "* ", "subsequent_indent": "  "}, {"max_lines": 2}, {"max_lines": 1, "placeholder": "~"}, {"tabsize": 3}):
        tr(tw.wrap, text, width, **k)
tr(tw.wrap, text, 0); tr(tw.wrap, text, -1); tr(tw.wrap, text, 3, max_lines=1); tr(tw.wrap, "", 5); tr(tw.wrap, "   ", 5); tr(tw.wrap, 5); tr(tw.wrap, "a b", "x"); tr(tw.wrap, text, 20, nope=1)
tr(tw.fill, "a b c", 3); tr(tw.shorten, "  Hello  world!  ", 12); tr(tw.shorten, "Hello world", 11); tr(tw.shorten, "Hello world", 10); tr(tw.shorten, "Hello world", 4); tr(tw.shorten, "Hello world", 10, placeholder="..."); tr(tw.shorten, "Hello", 3, placeholder="toolong")
for t in ("  a\n    b\n  c", "\ta\n  b", "\t a\n\t b\n\n \t \n", "a\n b", "", "\n\n", "  x\n\ty", "   \n  a\n", "  a\r\n  b", " \ta\n \tb", 5):
    tr(lambda: repr(tw.dedent(t)))
print(repr(tw.indent("a\n\n b\r\n  \nc", "> ")), repr(tw.indent("a\n\nb", "-", lambda l: True)), repr(tw.indent("a\nb", "-", lambda l: "b" in l)), repr(tw.indent("", "x")))
class W(tw.TextWrapper):
    def _split(self, t): return [c for c in t]
    def _wrap_chunks(self, chunks): print(len(chunks)); return super()._wrap_chunks(chunks)
print(W(width=4).wrap("ab cd ef"), sorted(vars(tw.TextWrapper())), tw.TextWrapper.wordsep_simple_re.split("a b\tc"), [c for c in tw.TextWrapper.wordsep_re.split("foo-bar--baz qux") if c])
