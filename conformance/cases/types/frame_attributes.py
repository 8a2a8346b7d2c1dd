# covers: The standard type hierarchy; module.__file__; code.co_name; frame.f_back; frame.f_code; frame.f_locals; frame.f_lasti; frame.f_trace; frame.f_trace_lines; frame.f_trace_opcodes; frame.f_lineno; frame.clear; traceback.tb_frame; traceback.tb_lineno; traceback.tb_lasti; traceback.tb_next
# Frames and tracebacks tell where a program is.
import sys


def outer(x):
    y = x * 2
    return inner()


def inner():
    frame = sys._getframe()
    back = frame.f_back
    print(frame.f_code.co_name, back.f_code.co_name, back.f_locals, back.f_lineno - frame.f_lineno)
    print(frame.f_globals is globals(), frame.f_builtins["len"] is len)
    print(type(frame.f_lasti), frame.f_lasti > 0, back.f_lasti > 0)
    print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
    frame.f_trace_lines = False
    frame.f_trace_opcodes = True
    print(frame.f_trace_lines, frame.f_trace_opcodes)
    return frame


frame = outer(3)
print(frame.f_back is sys._getframe(), frame.f_code.co_name, sorted(frame.f_locals))
frame.clear()
print(frame.f_locals)


def fails():
    local = [1]
    raise KeyError("k")


try:
    fails()
except KeyError as error:
    traceback = error.__traceback__
print(traceback.tb_frame is sys._getframe(), traceback.tb_next.tb_frame.f_code.co_name)
print(traceback.tb_lineno - traceback.tb_next.tb_lineno, traceback.tb_next.tb_next)
print(type(traceback.tb_lasti), traceback.tb_lasti > 0, traceback.tb_next.tb_lasti > 0)
print(traceback.tb_next.tb_frame.f_locals)
traceback.tb_next.tb_frame.clear()
print(traceback.tb_next.tb_frame.f_locals)
module = type(sys)("m")
print(hasattr(module, "__file__"))
module.__file__ = "there"
print(module.__file__)
