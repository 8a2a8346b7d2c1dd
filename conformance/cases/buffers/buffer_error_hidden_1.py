# covers: Emulating buffer types
class Broken:
    def __buffer__(self, flags): raise KeyError('inside')
for make in (int, float):
    try:
        make(Broken())
    except Exception as err:
        print(make.__name__, type(err).__name__)
