# covers: Emulating buffer types
data = bytearray(b'abc')
try:
    data.__init__(None)
except TypeError:
    print('TypeError')
print(data)
