# covers: Emulating buffer types
for kind in (bytes, bytearray):
    try:
        print(kind('', errors='ignore'))
    except TypeError as err:
        print(err)
