# covers: Customizing class creation; Creating the class object
class Meta(type):
    def mro(cls): return list(super().mro())
class Mixin:
    def tell(self): return 'told'
class Failure(Exception): pass
try:
    class Both(Mixin, Failure, metaclass=Meta): pass
    print(Both('x').tell(), Both('x').args)
except TypeError as err:
    print('TypeError')
