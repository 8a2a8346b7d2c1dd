# covers: Emulating buffer types
print(b'a'.__eq__(bytearray(b'a')), b'a'.__ne__(bytearray(b'b')))
