# covers: The standard type hierarchy
print(type(OSError(True, 'x')).__name__)
