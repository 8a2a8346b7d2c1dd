# covers: The standard type hierarchy
# Frames of lambdas, comprehensions, generators and class bodies have names of their own.
def apply(f, values):
    return [f(v) for v in values]


def generate():
    for k in (1, 0):
        yield 10 // k


class Body:
    method = lambda self: sum(x for x in generate())
    items = apply(lambda v: Body_missing if v > 1 else v, [1]) 


print(Body.items)
Body().method()
