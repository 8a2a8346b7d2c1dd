# covers: The standard type hierarchy
try: print(ascii(format(2.5, '\udfff=8')))
except ValueError: print('ValueError')
