# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import textwrap
for work in (lambda: textwrap.wrap('a b ' * 1000, 10, initial_indent=' ' * 10**7, subsequent_indent=' ' * 10**7), lambda: textwrap.indent('\n'.join('a' * 20000), 'x' * 10**5), lambda: textwrap.dedent('\n'.join(' ' * i + 'x' for i in range(3000))), lambda: textwrap.shorten('a b' * 1000, 10**9, placeholder='x' * 10**7), lambda: textwrap.fill('a\tb' * 1000, tabsize=10**8), lambda: textwrap.fill('a b', 10**18)):
    try: work()
    except (MemoryError, ValueError, OverflowError) as e: print(type(e).__name__)
