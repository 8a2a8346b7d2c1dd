# covers: The standard type hierarchy
# A re-raised exception keeps its frames and gains none twice.
def source():
    raise OSError(2, "No such thing", "file.txt")


def middle():
    try:
        source()
    except OSError as e:
        e.add_note("seen by middle")
        raise


def outer():
    try:
        middle()
    except OSError as e:
        saved = e
    raise saved


outer()
