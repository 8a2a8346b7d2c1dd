# covers: Basic customization
try:
    print(len.__init__(5))
except TypeError as err:
    print('TypeError')
