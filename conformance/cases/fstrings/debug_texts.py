# covers: __format__
# `{value = }`: the text is as it is written, but for comments; conversions and specifications.
a, w = 5, 8
print(f"{a=}", f"{a = }", f"{ a=}", f"{a=!s}", f"{a=:>{w}}", f"{a = !r:^9}|", f"{'x'=}", f"{a,=}", f"{[a]=}", f"{a==5=}", f"{a:=^5}", f"{(b := a)=}")
print(f"{1+2 = # my comment
  }", f"""{ 1 # c
 = }""", f'''{
'ab' # c'd
=!s:>3}''')
print(f"{a=}{a=}", f"{f'{a=}'=}", f"{a
+
1=}")
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "repr"
f = F()
print(f"{f=}", f"{f=:spec}", f"{f=!r:>6}", f"{f=!s}", f"{f:{w=}}")
for text in ("f'{=}'", "f'{a=!}'", "f'{a=x}'", "f'{a = b c}'", "f'{a=!x}'"):
    try:
        print(eval(text))
    except SyntaxError as e:
        print(text, e.msg)
