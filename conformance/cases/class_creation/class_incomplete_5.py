# covers: Customizing class creation; Creating the class object
class Meta(type):
    def mro(cls):
        print('__dict__' in vars(cls), '__weakref__' in vars(cls))
        return super().mro()
class Q(metaclass=Meta): pass
