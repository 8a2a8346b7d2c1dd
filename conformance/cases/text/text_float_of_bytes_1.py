# covers: The standard type hierarchy
try: print(float(b'123\xa0'))
except ValueError as err: print('ValueError')
