# covers: The standard type hierarchy
class I(int): pass
print(repr(f'{I(97):3c}'), repr(f'{97:>3c}'), repr(f'{8364:2c}'))
