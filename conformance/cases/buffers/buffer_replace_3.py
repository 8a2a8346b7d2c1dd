# covers: Emulating buffer types
class Raw:
    def __buffer__(self, flags): return memoryview(bytes(range(256))[::-1])
try:
    print(b'\x00\x01'.translate(Raw()))
except (TypeError, ValueError, BufferError) as err:
    print(type(err).__name__)
class Flat:
    def __buffer__(self, flags): return memoryview(bytes(range(255, -1, -1)))
try:
    print(b'\x00\x01'.translate(Flat()))
except TypeError:
    print('TypeError')
