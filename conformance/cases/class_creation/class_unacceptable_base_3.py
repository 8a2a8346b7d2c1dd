# covers: Customizing class creation; Creating the class object
import operator
try:
    class Caller(operator.methodcaller): pass
    print(Caller.__name__)
except TypeError as err:
    print('TypeError')
