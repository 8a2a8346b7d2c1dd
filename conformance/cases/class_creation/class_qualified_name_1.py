# covers: Customizing class creation; Creating the class object
def build():
    class Q(a=1): pass
try:
    build()
except TypeError as err:
    print(err)
