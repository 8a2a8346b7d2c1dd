# covers: Emulating callable objects
# Keywords of a function with *args, and of one without.
for call in (lambda: print(0, sep=1, end=2, file=3, flush=4, foo=5), lambda: print(foo=1), lambda: print(seps=1), lambda: print(sep=1), lambda: print(end=b""), lambda: max(0, default=1, key=2, foo=3), lambda: round(1, 2, 3), lambda: round(1, foo=3)):
    try: print(call())
    except TypeError as e: print(e)
