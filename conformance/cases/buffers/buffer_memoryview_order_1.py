# covers: Emulating buffer types
view = memoryview(b'abc')
for test in (lambda: view < b'abd', lambda: b'a' >= view, lambda: view <= view):
    try:
        print(test())
    except TypeError as err:
        print(err)
