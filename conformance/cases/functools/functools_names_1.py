# covers: Implementing Descriptors
import functools
print(hasattr(functools.partial, '__get__'), hasattr(functools.partial, '__setattr__') and '__setattr__' in vars(functools.partial))
