# covers: Emulating buffer types
sep = bytearray(b'--')
def parts():
    yield b'1'
    sep.clear()
    yield b'2'
try:
    print(sep.join(parts()))
except BufferError:
    print('BufferError')
