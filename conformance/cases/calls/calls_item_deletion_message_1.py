# covers: Emulating callable objects
import functools
try: del functools.partial(print)[0]
except TypeError as err: print(err)
