# covers: Emulating buffer types
import weakref
view = memoryview(b'abc')
try:
    print(weakref.ref(view)() is view)
except TypeError as err:
    print(err)
