# covers: The standard type hierarchy
# The marks under an expression that spans lines.
def f(*args):
    raise RuntimeError("deep\nsecond line")


result = f(
    1,
    [2,
     3],
)
