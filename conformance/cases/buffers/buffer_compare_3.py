# covers: Emulating buffer types
class Raw:
    def __buffer__(self, flags): return memoryview(b'eq')
print(bytearray(b'eq') != Raw(), [bytearray(b'eq')].count(Raw()))
