# covers: The standard type hierarchy
eg = ExceptionGroup('first', [ValueError(1)])
eg.args = ('x',)
print(repr(eg))
