# covers: Customizing class creation; Creating the class object
class Meta(type):
    def mro(cls): return super().mro()
A = type('A', (list,), {})
X = type('X', (), {})
try:
    print([k.__name__ for k in Meta('E', (X, A), {}).__mro__])
except TypeError as err:
    print(err)
