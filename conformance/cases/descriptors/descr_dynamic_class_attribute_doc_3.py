# covers: Implementing Descriptors; Invoking Descriptors
import types
def one(self): "one"
def two(self): "two"
attr = types.DynamicClassAttribute(one)
print(attr.__doc__, attr.getter(two).__doc__, attr.setter(two).__doc__)
