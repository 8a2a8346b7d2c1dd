# covers: The standard type hierarchy; Objects, values and types; instance.__class__
# None, NotImplemented and Ellipsis: one object of each, with a type that cannot be extended.
print(None, NotImplemented, Ellipsis, ... is Ellipsis)
print(type(None), type(NotImplemented), type(...))
print(type(None)() is None, type(NotImplemented)() is NotImplemented, type(...)() is ...)
print(bool(None), bool(...), repr(...))
for singleton in (None, NotImplemented, ...):
    kind = type(singleton)
    try:
        kind(1)
    except TypeError as e:
        print(e)
    try:
        type("Sub", (kind,), {})
    except TypeError as e:
        print(e)
    try:
        singleton.attribute = 1
    except AttributeError as e:
        print(e)
nothing = None
try:
    nothing()
except TypeError as e:
    print(e)
try:
    None.spam
except AttributeError as e:
    print(e)
print(None == None, None == 0, None != False, None is None)
print(hash(None) == hash(None), {None: 1}[None])
try:
    None < None
except TypeError as e:
    print(e)
print(None.__class__, None.__doc__ is not None, (None).__bool__())
print(type(type(None)), type(None).__mro__)
