# covers: The standard type hierarchy
err = UnicodeTranslateError('b', 0, 1, 'r')
try:
    del err.start
    print('deleted')
except (TypeError, AttributeError) as e: print(type(e).__name__)
