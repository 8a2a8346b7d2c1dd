# covers: The standard type hierarchy
class S(str): pass
s = S('fixed')
print(type(s.format(1, a=2)).__name__, type(s.format_map({})).__name__)
