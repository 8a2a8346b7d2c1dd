# covers: Customizing attribute access; __slots__; __setattr__; __delattr__
# Only a class that sets attributes as object does is told that it has no __dict__.
class Plain:
    __slots__ = ()
class Deletes(Plain):
    __slots__ = ()
    def __delattr__(self, name):
        super().__delattr__(name)
class Sets(Plain):
    __slots__ = ('__weakref__',)
    x = 1
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
class Text(str):
    __slots__ = ()
    __delattr__ = 5
for c in (Plain, Deletes, Sets, Text, int, type(None)):
    for name in ('a', 'x', '__class__', '__hash__'):
        o = c()
        try:
            setattr(o, name, 1)
        except (AttributeError, TypeError) as e:
            print(type(e).__name__, e)
        try:
            delattr(o, name)
        except (AttributeError, TypeError) as e:
            print(type(e).__name__, e)
