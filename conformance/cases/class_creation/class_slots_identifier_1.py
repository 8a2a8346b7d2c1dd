# covers: Customizing class creation; Creating the class object
try:
    type('C', (), {'__slots__': [chr(128)]})
    print('made')
except TypeError as err:
    print(err)
