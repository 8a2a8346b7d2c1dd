# covers: Customizing class creation; Creating the class object
def make():
    class K: pass
    K.__module__ = None
    return K
print(make())
