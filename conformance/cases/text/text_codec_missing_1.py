# covers: The standard type hierarchy
print('caf\u00e9 \u20ac'.encode('cp1252'))
