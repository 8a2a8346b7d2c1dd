# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 8 s of CPU, RSS < 160 MB, exit 0..0, no abort
import re
for make in (lambda: re.compile("(" * 100000 + ")" * 100000), lambda: re.match("(?:){1000000000}x|(?:(?:)){1000000000}", ""),
             lambda: re.compile("[\\x00-\\U0010ffff]" * 300, re.I), lambda: re.match("(.)*", "a" * 3000000),
             lambda: re.compile("|" * 1000000), lambda: re.sub("", "-" * 100000, "a" * 100000)):
    try:
        make()
        print("done")
    except (MemoryError, RecursionError) as error:
        print(type(error).__name__)
