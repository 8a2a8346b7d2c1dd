# covers: Creating the class object; class.__bases__
"""Exceptions with fields of their own cannot be put together, nor take the place of others as a base."""

fields = (OSError, ImportError, SyntaxError, NameError, AttributeError, StopIteration, SystemExit,
          UnicodeEncodeError, UnicodeDecodeError, BaseExceptionGroup, ModuleNotFoundError, KeyError,
          ValueError, BlockingIOError, UnboundLocalError, IndentationError, StopAsyncIteration)
for first in fields:
    answers = []
    for second in fields:
        try:
            type('Both', (first, second), {})
            answers.append('made')
        except TypeError as error:
            answers.append(str(error)[:13])
    print(first.__name__, answers)


class Plain(ValueError):
    pass


class Os(OSError):
    pass


for base in fields:
    for case in (Plain, Os):
        former = case.__bases__
        try:
            case.__bases__ = (base,)
            print(case.__name__, base.__name__, 'assigned')
        except TypeError as error:
            print(error)
        case.__bases__ = former
try:
    Plain().__class__ = Os
except TypeError as error:
    print(error)
