# covers: Customizing class creation; Creating the class object
class A: pass
try:
    A.__name__ = 'B\ud800'
    print(len(A.__name__))
except UnicodeEncodeError as err:
    print('UnicodeEncodeError')
