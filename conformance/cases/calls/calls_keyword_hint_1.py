# covers: Emulating callable objects
for call in (lambda: sorted([], kee=1), lambda: max([1], ky=1), lambda: int('1', bse=2)):
    try: call()
    except TypeError as err: print(err)
