# covers: Emulating buffer types
class Word(str):
    def __bytes__(self): return b'from method'
try:
    print(bytes(Word('a')))
except TypeError as err:
    print(err)
