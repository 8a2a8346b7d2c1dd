# covers: The standard type hierarchy
print(repr(format(65, '5c')))
