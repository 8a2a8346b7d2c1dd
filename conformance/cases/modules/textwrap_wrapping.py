# covers: The standard type hierarchy
# ours: textwrap
# textwrap: thousands of breaks of texts put together at random, dedent, indent, shorten.
import textwrap, string, sys
class R:
    s=7
    def n(self):
        self.s=(self.s*1103515245+12345)%(1<<31); return self.s>>8
    def choice(self,x): return x[self.n()%len(x)]
    def randint(self,a,b): return a+self.n()%(b-a+1)
    def random(self): return self.n()%1000/1000
rnd=R()
alpha = "ab cd-ef --- gh--ij k-l mn-op.  A. b? 'x-yy' 1-2 a1-b2 e-mail (foo-bar) --x -n Python-3.x well-known-thing\t\nq -w --opt-ion=val-ue \"Hi.\" it's-a-me ééé-üüü_a-b"
words = alpha.split(' ')
pieces = words + list("-abc. \t\n-'1é!?_") 
def rt():
    return ''.join(rnd.choice(pieces) + rnd.choice(['', ' ', ' ', '-', '  ']) for _ in range(rnd.randint(0, 14)))
for i in range(60):
    t = rt()
    kw = {}
    for k, vs in dict(initial_indent=['', '> ', '    '], subsequent_indent=['', '  '], expand_tabs=[True, False], replace_whitespace=[True, False], fix_sentence_endings=[True, False], break_long_words=[True, False], drop_whitespace=[True, False], break_on_hyphens=[True, True, True, False], max_lines=[None, None, 1, 2], placeholder=[' [...]', '…', ' ...'], tabsize=[8, 3]).items():
        if rnd.random() < .4: kw[k] = rnd.choice(vs)
    w = rnd.randint(1, 30)
    try: r = textwrap.wrap(t, w, **kw)
    except ValueError as e: r = e
    print(repr(t), w, kw, repr(r))
    print(repr(textwrap.dedent(t)), repr(textwrap.indent(t, '>')))
    try: print(repr(textwrap.shorten(t, w)))
    except ValueError as e: print(e)
    print(textwrap.TextWrapper()._split(t))
def tr(fn, *a, **k):
    try: print(repr(fn(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
tr(textwrap.wrap, 'a', 0); tr(textwrap.wrap, 'a', -1); tr(textwrap.wrap, 'aaa', 3, max_lines=1, placeholder='....')
for t in ['', '  a\n   b\n', '\ta\n  b', '\t a\n\t b\n\n   \n', 'a\n  b', '  a\r\n  b\r\n', '   \n  ', ' \ta\n \t\n \tb']: tr(textwrap.dedent, t)
tr(textwrap.dedent, 5); tr(textwrap.dedent, b'a')
tr(textwrap.indent, 'a\n\n b\r\n \n', '> '); tr(textwrap.indent, 'a\n\nb', '> ', lambda line: True); tr(textwrap.indent, '', 'x')
tr(textwrap.shorten, 'Hello  world!', width=12); tr(textwrap.shorten, 'Hello  world!', width=11); tr(textwrap.shorten, 'Hello world', width=10, placeholder='...')
print(textwrap.fill('The quick brown fox jumps over the lazy dog', 15, initial_indent='* ', subsequent_indent='  '))
w = textwrap.TextWrapper(width=20); w.fix_sentence_endings = True; print(w.wrap('Hi there. You! "Yes?" no. 5. x')); print(vars(w))
