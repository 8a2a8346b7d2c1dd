# covers: The standard type hierarchy
try: '\ud800'.encode('utf-16-le')
except UnicodeEncodeError as err: print(err.start, err.end, getattr(err, '__notes__', None))
