# covers: Customizing attribute access
try:
    len.__module__ = 'elsewhere'
    print(len.__module__)
except AttributeError as err: print('AttributeError')
