# covers: Emulating buffer types
class Stop:
    def __index__(self):
        view.release()
        return 2
view = memoryview(bytearray(b'abcd'))
try:
    print(bytes(view[Stop():]))
except ValueError as err:
    print(err)
