# covers: Emulating buffer types
view = memoryview(b'q')
class Lender:
    def __buffer__(self, flags): return view
memoryview(Lender()).release()
try:
    print(bytes(view))
except ValueError as err:
    print(err)
