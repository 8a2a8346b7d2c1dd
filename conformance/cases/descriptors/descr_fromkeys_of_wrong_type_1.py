# covers: Implementing Descriptors; Invoking Descriptors
maker = vars(dict)['fromkeys']
try:
    maker.__get__(list)
    print('made')
except TypeError as err:
    print(err)
