# covers: The standard type hierarchy
# Two functions that call each other are not collapsed; one that calls itself is.
def even(n):
    return odd(n - 1) if n else missing


def odd(n):
    return even(n - 1)


def down(n):
    if n:
        return down(n - 1)
    return even(6)


down(5)
