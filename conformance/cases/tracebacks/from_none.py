# covers: The standard type hierarchy
# raise ... from None hides the context; an explicit cause wins over it.
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden context") from None
except ValueError as e:
    try:
        raise TypeError("in between")
    except TypeError:
        raise LookupError("final") from e
