# covers: Basic customization
class Custom(ArithmeticError):
    note = 'kept'
try:
    err = Exception.__new__(Custom, 5)
    print(err.note, err.args)
except TypeError as e:
    print(e)
