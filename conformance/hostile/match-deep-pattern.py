# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
for p in ('[' * 90 + '1' + ']' * 90, '(' * 90 + '1' + ')' * 90, ' | '.join(str(i) for i in range(10000)), 'C(' * 60 + '1' + ')' * 60, '[' + ', '.join('a%d' % i for i in range(5000)) + ']', '{' + ', '.join('%d: a%d' % (i, i) for i in range(3000)) + '}'):
    try: exec('x = 1\nC = int\nmatch x:\n  case %s: pass' % p)
    except (SyntaxError, RecursionError, MemoryError, TypeError) as e: print(type(e).__name__)
