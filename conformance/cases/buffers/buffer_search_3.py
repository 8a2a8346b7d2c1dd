# covers: Emulating buffer types
class Raw:
    def __buffer__(self, flags): return memoryview(b'--')
for name in ('split', 'partition', 'rsplit', 'rpartition'):
    try:
        print(name, [bytes(part) for part in getattr(b'a--b--c', name)(Raw())])
    except TypeError:
        print(name, 'TypeError')
