# covers: The standard type hierarchy
err = UnicodeDecodeError('a', b'b', 0, 1, 'r')
for value in (None, 'x', 1.5):
    try:
        err.start = value
        print('stored', value)
    except TypeError as e: print(e)
