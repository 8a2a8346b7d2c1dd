# covers: Customizing class creation; Creating the class object
try:
    type('Q', (bytes,), {'__slots__': ['two words']})
except TypeError as err:
    print(err)
