# covers: Customizing attribute access
class E:
    @property
    def __eq__(self): raise AttributeError('boo')
    __hash__ = None
try: print(E() == 1)
except AttributeError as err: print(err)
