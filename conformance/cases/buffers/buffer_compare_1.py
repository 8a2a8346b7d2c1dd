# covers: Emulating buffer types
class Raw:
    def __buffer__(self, flags): return memoryview(b'same')
print(bytearray(b'same') == Raw(), bytearray(b'other') == Raw())
