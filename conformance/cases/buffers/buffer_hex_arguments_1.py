# covers: Emulating buffer types
try:
    b'abc'.hex(1, None)
except TypeError as err:
    print(err)
