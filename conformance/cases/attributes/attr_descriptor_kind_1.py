# covers: Customizing attribute access
print(type(vars(property)['__doc__']).__name__)
