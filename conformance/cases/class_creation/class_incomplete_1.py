# covers: Customizing class creation; Creating the class object
class Meta(type):
    def mro(cls):
        print(issubclass(cls, object))
        return type.mro(cls)
class Q(metaclass=Meta): pass
