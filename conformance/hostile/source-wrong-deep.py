# limits: --max-memory 64M --max-ticks 20000000 ; expect: within 5 s of CPU, RSS < 160 MB, exit 0..3, no abort
for n in (100, 190, 300, 3000, 30000):
    for text in ('(' * n, '[' * n + '1', '{' * n, '(' * n + ')' * n + ' x', 'f(' * n, '[' * n + ' = ' + ']' * n, '-' * n, 'not ' * n,
                 'lambda: ' * n, 'a if b else ' * n, 'x = ' * n, 'await ' * n, 'a.' * n, '*' * n + 'a b', 'f"{' * n, 'x[' * n + ' 1 2',
                 'if x:\n' + ''.join(' ' * i + 'if x:\n' for i in range(1, min(n, 99))), 'match x:\n case ' + '[' * n, 'a < ' * n, '1 ** ' * n,
                 'for x in ' * n, 'yield ' * n, 'a and ' * n, '@' * n, 'del (' * n, 'x: ' * n, '(x := ' * n, 'print ' * n, '... ' * n):
        try: compile(text, 'x', 'exec')
        except (SyntaxError, RecursionError, MemoryError): pass
