# covers: Customizing class creation; Creating the class object
class Named:
    __slots__ = ('x',)
    __module__ = 'elsewhere'
try:
    Named().x
except AttributeError as err:
    print(err)
