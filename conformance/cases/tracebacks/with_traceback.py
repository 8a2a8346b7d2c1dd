# covers: The standard type hierarchy; traceback.tb_frame; traceback.tb_lineno; traceback.tb_next
# with_traceback replaces the frames; None removes them.
def deep():
    raise ValueError("deep")


try:
    deep()
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next, tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_code.co_name)
    try:
        e.__traceback__ = 5
    except TypeError as error:
        print(error)
    try:
        tb.tb_next.tb_next = tb
    except ValueError as error:
        print(error)
raise KeyError("other").with_traceback(tb.tb_next)
