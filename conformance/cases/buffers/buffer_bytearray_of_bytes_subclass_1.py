# covers: Emulating buffer types
class Data(bytes):
    def __bytes__(self): return b'BB'
print(bytearray(Data(b'ab')))
