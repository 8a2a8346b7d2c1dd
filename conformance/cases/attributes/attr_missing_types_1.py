# covers: Customizing attribute access
import types
print(hasattr(types, 'CapsuleType'), hasattr(types, '_GeneratorWrapper'))
