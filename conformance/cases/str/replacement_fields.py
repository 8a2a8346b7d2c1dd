# covers: The standard type hierarchy
# str.format: where a replacement field ends, and what it says when it does not.
def t(f, *a):
    try: print(ascii(f.format(*a)))
    except BaseException as e: print(f, type(e).__name__, ascii(str(e)))
for f in ("{:{<5}", "{!:}", "{!r", "{!", "{:", "{0", "{0:", "{0:{", "{0:{}", "{0[", "{0[a", "{0.", "{0!r:", "{a{", "{{", "{", "}", "{}}", "{0:}}", "{0:{{}}}", "{0:{1}", "{0!r}}", "{[}", "{[]}", "{.}", "{!}", "{0!r:>{1}}", "{:{}{}}", "{0:{1:{2}}}", "{!r!s}", "{0:!}", "{0:[}", "{0[}]}", "{0[{]}", "{0[!]}", "{0[:]}", "{0:a}b}", "{0!rs:}", "{0!ss}", "x{", "x}", "x{{}", "{0.real.imag}", "{0[0][1]}", "{0[0].x}", "{0[0]x}", "{-1}", "{+1}", "{1e}", "{0x}", "{_}", "{00}", "{01}"):
    t(f, 5, 3, 2)
    t(f, [[1, 2]], ">", "x")
    t(f)
