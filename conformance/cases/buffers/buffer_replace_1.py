# covers: Emulating buffer types
class Raw:
    def __init__(self, data): self.data = data
    def __buffer__(self, flags): return memoryview(self.data)
try:
    print(b'one two'.replace(Raw(b'two'), Raw(b'three')))
except TypeError:
    print('TypeError')
