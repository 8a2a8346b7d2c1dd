# covers: Customizing class creation; Creating the class object
class P1: pass
class P2: pass
class P3: pass
class Meta(type):
    armed = False
    def mro(cls):
        if Meta.armed:
            Meta.armed = False
            Z.__bases__ = (P1,)
        return super().mro()
class Z(P2, metaclass=Meta): pass
Meta.armed = True
Z.__bases__ = (P3,)
print([k.__name__ for k in P1.__subclasses__()])
