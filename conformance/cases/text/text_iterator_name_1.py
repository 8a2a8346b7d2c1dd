# covers: The standard type hierarchy
class S(str): pass
print(type(iter(S('a'))).__name__, type(iter('b')).__name__)
