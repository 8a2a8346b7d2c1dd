# covers: Customizing class creation; Creating the class object
class Left: pass
class Right: pass
class Meta(type):
    again = 0
    def mro(cls):
        if Meta.again:
            Meta.again -= 1
            W.__bases__ = (Right,)
        return super().mro()
class W(Left, metaclass=Meta): pass
Meta.again = 2
W.__bases__ = (Left,)
print(len(Left.__subclasses__()), len(Right.__subclasses__()))
