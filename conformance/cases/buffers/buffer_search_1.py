# covers: Emulating buffer types
class Raw:
    def __buffer__(self, flags): return memoryview(b'cd')
for name in ('find', 'count', 'index', 'rfind'):
    try:
        print(name, getattr(b'abcdcd', name)(Raw()))
    except TypeError:
        print(name, 'TypeError')
