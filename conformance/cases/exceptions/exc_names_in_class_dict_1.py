# covers: The standard type hierarchy
print('__str__' in vars(AttributeError), '__str__' in vars(NameError))
