# covers: Emulating buffer types
class Raw:
    def __buffer__(self, flags): return memoryview(b'xyz')
try:
    print(b'a' + Raw())
except TypeError as err:
    print('TypeError')
