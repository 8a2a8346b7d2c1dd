# covers: Customizing class creation; Creating the class object
try:
    type('Q', (tuple,), {'__slots__': ''})
except TypeError as err:
    print(err)
