# covers: Customizing attribute access
print(type(vars(BaseException)['__suppress_context__']).__name__)
