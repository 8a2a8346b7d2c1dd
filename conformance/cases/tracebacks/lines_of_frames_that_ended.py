# covers: The standard type hierarchy
# Where the frame of a function stands after an exception left it: where it was raised, or at what passed it on.
def in_except():
    try:
        1/0
    except:
        1/0
        pass

def named_except():
    try:
        1/0
    except Exception as ex:
        1/0
        pass

def after_try():
    try:
        1/0
    finally:
        pass

def in_finally():
    try:
        1/0
    finally:
        1/0
        pass

class Context:
    def __enter__(self):
        return self
    def __exit__(self, *args):
        pass

def after_with():
    with Context():
        1/0
        pass

for function in (in_except, named_except, after_try, in_finally, after_with):
    try:
        function()
    except ZeroDivisionError as error:
        frame = error.__traceback__.tb_next.tb_frame
        print(function.__name__, frame.f_lineno - frame.f_code.co_firstlineno)
