# covers: The standard type hierarchy
class Custom(Exception):
    pass


def inner(n):
    if n == 0:
        return {}["key"]
    return inner(n - 1)


def outer():
    try:
        inner(2)
    except KeyError as e:
        error = Custom("custom", 1)
        error.add_note("a note")
        raise error from e


print("before")
outer()
