# covers: The standard type hierarchy
# Only exceptions can be raised; the cause must be one too.
for make in (lambda: 5, lambda: "text", lambda: None, lambda: object, lambda: int):
    try:
        raise make()
    except TypeError as e:
        print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
class New(Exception):
    def __new__(cls, *args):
        return "not an exception"
try:
    raise New
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
class Needs(Exception):
    def __init__(self, required):
        pass
raise Needs
