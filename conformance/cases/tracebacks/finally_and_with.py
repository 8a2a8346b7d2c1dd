# covers: With Statement Context Managers; __enter__; __exit__
# An error raised while leaving a with block and in a finally block chains with the first.
class Manager:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, tb):
        print("exit", kind.__name__, value)
        raise KeyError("from exit")


def f():
    try:
        with Manager() as m:
            raise ValueError("from the body")
    finally:
        print("finally")


f()
