# covers: Emulating callable objects
for call in (lambda: min([1], defaul=1), lambda: sorted([], revers=True), lambda: str(b'', errrs='x')):
    try: call()
    except TypeError as err: print(err)
