# covers: Customizing class creation; Creating the class object
class A: pass
try:
    A.__bases__ = (dict,)
except TypeError as err:
    print(err)
