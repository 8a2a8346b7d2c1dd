# covers: Customizing attribute access
import types
print(types.FunctionType.__doc__[:15])
