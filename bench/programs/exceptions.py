# Raising, catching, finally, with, and exceptions through several calls.


class Refused(Exception):
    def __init__(self, reason, code):
        super().__init__(reason)
        self.code = code


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log[0] += 1
        return self

    def __exit__(self, kind, error, traceback):
        self.log[1] += kind is not None
        return kind is KeyError


def deep(n, i):
    if n == 0:
        if i % 3 == 0:
            raise Refused("third", i)
        if i % 3 == 1:
            return {}["missing"]
        return i
    try:
        return deep(n - 1, i)
    finally:
        deep.calls += 1


deep.calls = 0


def run(n):
    log = [0, 0]
    refused = returned = 0
    for i in range(n):
        try:
            with Guard(log):
                returned += deep(4, i)
        except Refused as error:
            refused += error.code
        except LookupError:
            print("not here")
    return log, refused, returned


print(run(60000), deep.calls)
try:
    try:
        int("x")
    except ValueError as error:
        raise Refused("chained", 1) from error
except Refused as error:
    print(repr(error), repr(error.__cause__), error.code)
