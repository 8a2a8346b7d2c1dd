# covers: Implementing Descriptors; Invoking Descriptors
class Key:
    def __hash__(self): return hash('attr')
    def __eq__(self, other):
        if 'attr' in vars(Host): del Host.attr
        return False
class Value:
    def __get__(self, obj, owner=None): return 1
class Host: attr = Value()
host = Host()
host.__dict__[Key()] = 0
try:
    print(host.attr, 'attr' in vars(Host))
except AttributeError as err:
    print('AttributeError')
