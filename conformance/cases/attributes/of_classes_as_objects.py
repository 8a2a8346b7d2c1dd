# covers: Customizing attribute access; module.__class__
"""object.__getattribute__ takes a class for an object with a namespace; modules become modules only."""

import types


class Descriptor:
    def __get__(self, obj, owner):
        return 'bound'


class Base:
    inherited = 1


class C(Base):
    own = 2
    descriptor = Descriptor()


print(object.__getattribute__(C, 'own'), type(object.__getattribute__(C, 'descriptor')).__name__)
print(object.__getattribute__(C, '__name__'), object.__getattribute__(C, '__mro__')[1].__name__)
for name in ('inherited', 'missing'):
    try:
        print(object.__getattribute__(C, name))
    except AttributeError as error:
        print(error)
print(object.__getattribute__(int, 'real') is int.__dict__['real'])
module = types.ModuleType('m')
try:
    module.__class__ = C
except TypeError as error:
    print(error)
try:
    C().__class__ = types.ModuleType
except TypeError as error:
    print(error)
