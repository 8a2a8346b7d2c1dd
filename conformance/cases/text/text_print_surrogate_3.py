# covers: The standard type hierarchy
class Odd:
    def __str__(self): return 'x\udfff'
try: print('a', Odd(), 'b')
except UnicodeEncodeError as err: print('UnicodeEncodeError')
