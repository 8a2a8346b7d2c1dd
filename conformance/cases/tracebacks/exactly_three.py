# covers: The standard type hierarchy
# Three equal frames are shown, a fourth is counted.
def three(n):
    if n:
        three(n - 1)
    else:
        four(4)


def four(n):
    if n:
        four(n - 1)
    else:
        raise SystemError("bottom")


three(3)
