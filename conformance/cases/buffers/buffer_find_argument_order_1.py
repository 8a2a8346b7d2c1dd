# covers: Emulating buffer types
try:
    b'abc'.find('a', 'b')
except TypeError as err:
    print(err)
