# covers: Customizing class creation; Creating the class object
class Meta(type):
    def mro(cls):
        print('a' in cls.__dict__, '__doc__' in cls.__dict__)
        return type.mro(cls)
class Q(metaclass=Meta):
    __slots__ = ('a',)
