# covers: The standard type hierarchy
# Three exceptions, each raised while handling the one before.
def a():
    raise ValueError("first")


def b():
    try:
        a()
    except ValueError:
        {}["second"]


try:
    b()
except KeyError:
    1 / 0
