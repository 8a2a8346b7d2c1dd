# covers: Emulating buffer types
class Broken:
    def __buffer__(self, flags): raise KeyError('inside')
try:
    print(str(Broken(), 'ascii'))
except Exception as err:
    print(type(err).__name__)
