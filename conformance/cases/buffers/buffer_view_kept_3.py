# covers: Emulating buffer types
view = memoryview(b'words')
class Lender:
    def __buffer__(self, flags): return view
print(bytes(Lender()))
try:
    print(view.tobytes(), len(view))
except ValueError as err:
    print(err)
