# covers: Emulating buffer types
class Tag(bytes): pass
class Box:
    def __bytes__(self): return Tag(b'x')
print(type(bytes(Box())).__name__)
