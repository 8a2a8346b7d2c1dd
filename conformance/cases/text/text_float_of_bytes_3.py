# covers: The standard type hierarchy
for data in (bytearray(b'\xa07'), b'\xa0\xa01e3'):
    try: print(float(data))
    except ValueError: print('ValueError')
