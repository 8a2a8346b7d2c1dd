# covers: Emulating buffer types
class Raw:
    def __buffer__(self, flags): return memoryview(b'mid')
try:
    print(b'-'.join([b'a', Raw(), b'z']))
except TypeError:
    print('TypeError')
