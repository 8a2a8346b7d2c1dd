# covers: The standard type hierarchy
print('tab\there\u1234'.encode('unicode_escape'), b'\\x41\\n'.decode('unicode_escape'))
