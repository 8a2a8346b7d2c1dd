# covers: Emulating buffer types
head, sep, tail = b'key=value'.partition(bytearray(b'='))
print(type(head).__name__, type(sep).__name__, type(tail).__name__)
