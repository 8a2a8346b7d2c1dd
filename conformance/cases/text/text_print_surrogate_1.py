# covers: The standard type hierarchy
try: print('\ud800')
except UnicodeEncodeError as err: print(err.start, err.reason)
