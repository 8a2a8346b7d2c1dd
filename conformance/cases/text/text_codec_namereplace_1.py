# covers: The standard type hierarchy
print('a\u20ac'.encode('ascii', 'namereplace'))
