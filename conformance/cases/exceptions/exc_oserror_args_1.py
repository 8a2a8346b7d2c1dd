# covers: The standard type hierarchy
print(OSError(1, 'x', None).args)
