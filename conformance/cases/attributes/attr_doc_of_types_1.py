# covers: Customizing attribute access
print(type(type.__doc__).__name__, type(property.__doc__).__name__)
