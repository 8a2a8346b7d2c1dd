# covers: Emulating callable objects
for args in ((1,), ('',), ('sys\0',)):
    try: __import__(*args)
    except Exception as err: print(type(err).__name__, err)
