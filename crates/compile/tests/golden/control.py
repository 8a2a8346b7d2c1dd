def find(items, wanted):
    for index, item in enumerate(items):
        if item == wanted and index > 0:
            return index
    else:
        return None


def guarded(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError as error:
        print(f"{path!r}: {error}")
    finally:
        close(path)


def countdown(n):
    while n:
        yield n
        n -= 1
