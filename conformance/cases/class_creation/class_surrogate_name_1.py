# covers: Customizing class creation; Creating the class object
try:
    type('A\udcdcB', (), {})
    print('made')
except UnicodeEncodeError as err:
    print(err)
