# covers: Emulating callable objects
# Errors in decorators point at the decorator.
def decorator(n):
    def wrap(f):
        raise TypeError(f"cannot decorate {f.__name__} with {n}")
    return wrap


@staticmethod
@decorator(3)
def target(a, b=1):
    pass
