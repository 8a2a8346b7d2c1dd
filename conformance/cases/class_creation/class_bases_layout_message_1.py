# covers: Customizing class creation; Creating the class object
class B: pass
class C(B): pass
try:
    C.__bases__ = (type,)
except TypeError as err:
    print(err)
