# covers: __format__; __repr__
"""Formatted strings: nested fields, conversions, what is refused, and the older ways to format."""

def T(text):
    """Runs each line, and shows what comes of it."""
    for line in text.strip().splitlines():
        try:
            try:
                code = compile(line, '<line>', 'eval')
            except SyntaxError:
                exec(compile(line, '<line>', 'exec'), globals())
                result = 'done'
            else:
                result = eval(code, globals())
                result = f'{type(result).__name__} {result!r}'
        except BaseException as error:
            result = f'{type(error).__name__}: {error}'
        print(line, '->', result)


x = 5; w = 10; p = 3; s = 'abc'; d = {'a': 1, 'b"c': 2}; f = 1.23456; n = None; l = [1, [2, 3]]
class F:
    def __format__(self, spec): return f'<{spec!r}>'
    def __repr__(self): return 'F()'
    def __str__(self): return 'strF'
o = F()
T("""
f'{x}{x:>{w}}{f:{w}.{p}}{f:{"+"}{w}.{p}f}'
f'{x=}', f'{x = }', f'{x=!r}', f'{x=:>5}', f'{x=!s:>5}', f'{ x = !r:^{w} }' if 0 else 1, f'{s=}', f'{s=!s}', f'{l[1][0]=}', f'{d["a"]=}', f'{x+1=}', f'{(lambda: 3)()=}'
f'{{}}', f'{{{x}}}', f'{x!r:>{w}}', f'{s!r}', f'{s!a}', f'{"é"!a}', f'{o}', f'{o!r}', f'{o!s}', f'{o:abc}', f'{o:{x}}', f'{o!r:>8}', f'{o:{{}}}' if 0 else 1, f'{o:}}}' if 0 else 1
f'{x:{"{}"}}' if 0 else 1, f'{o:\\n}', f'{o:{s}{s}}', f'{o: }', f'{o::}', f'{o:!r}', f'{o:{o}}'
f'{x!z}'
f'{x!}'
f'{}'
f'{ }'
f'{!r}'
f'{x'
f'x}'
f'{x:'
f'{x!r'
f'{*l}'
f'{**d}'
f'{lambda: 1}'
f'{lambda x: 1}'
f'{(lambda x: x)(3)}'
f'{x:{x:{x}}}'
f'{x:{x:{x:{x}}}}'
f'{yield}'
f'{await x}'
f'{x := 5}'
f'{(y := 7)}', y
f'{x:=5}'
f'{x!r:{w}}', f'{3.14:10.10}', f'{3.14!r:10.10}', f'{"a" "b"}', f'{x}' 'b' f'{s}', rf'\\n{x}', fr'{x}\\d', F'{x}', f'''{x
}''' if 0 else 1
f'{d["a"]}' f"{d['a']}", f'{"nested " + f"{x}"}', f'{f"{f'{x}'}"}', f'{s + "}" }', f'{"{"}', f'{"#"}', f'{x#}' if 0 else 1
f'{n:>5}'
f'{l:>5}'
f'{x:abc}'
f'{s:d}'
f'{f:d}'
f'{1j:d}'
f'{x:c}', f'{x:5c}|', f'{65:c}'
f'{x,}', f'{1, 2}', f'{x if x else 0}', f'{x==5}', f'{x!=5}', f'{x>=5}', f'{not x}', f'{[i for i in range(3)]}', f'{ {1: 2}[1] }', f'{ {1, 2} }', f'{x  }', f'{x:  }' if 0 else 1
f'{x}' == '5', f'' == '', f'{""}' == '', type(f'{s}'), f'{s}' is s
'{:{}}'.format(x, w), '{0:{1}.{2}}'.format(f, w, p), '{a[b"c]}'.format(a=d), '{0.__class__.__name__}'.format(x), '{:>{w}}'.format(x, w=5), '{!s:>8}'.format(o), '{:{a}{b}}'.format(x, a='>', b=5)
'%(a)s %(a)r' % {'a': 'q'}, '%s' % o, '%r' % o, '%s' % (o,), '%10s|%-10s|' % (o, o), '%s' % None, '%d%%' % 5, '%s %s' % (1, (2,)), '%s' % [1], '%s' % {1: 2}, '%(x)s' % {'x': {}}, '%.3s' % 'abcdef', '%5.1f' % 2.25, '%x' % -255, '%#o' % 8, '%+d' % 5, '% d' % 5, '%05d' % -5, '%e' % 0, '%g' % 1e100, '%c' % 'a', '%c' % 97
""")
