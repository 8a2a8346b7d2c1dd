# covers: Customizing class creation; Creating the class object
class S(str): pass
print(type(type(S('n'), (), {}).__name__).__name__)
