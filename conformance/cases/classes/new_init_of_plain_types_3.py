# covers: Basic customization
def gen(): yield
try:
    print(gen().__init__(5), (int | str).__init__(None))
except TypeError as err:
    print('TypeError')
