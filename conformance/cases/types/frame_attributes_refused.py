# covers: The standard type hierarchy; module.__file__; frame.f_back; frame.f_globals; frame.f_lasti; frame.f_builtins; frame.f_trace_lines; frame.f_trace_opcodes; traceback.tb_lineno; traceback.tb_lasti
# What of frames, tracebacks and modules cannot be changed, or is not there.
import sys
import types


def generator():
    yield sys._getframe()


running = generator()
frame = next(running)
for name in ("f_back", "f_code", "f_globals", "f_builtins", "f_locals", "f_lasti", "f_trace_lines",
             "f_trace_opcodes", "missing"):
    try:
        setattr(frame, name, "x")
    except Exception as error:
        print(name, type(error).__name__, error)
for name in ("f_back", "f_code", "f_lasti", "f_trace_lines", "missing"):
    try:
        delattr(frame, name)
    except Exception as error:
        print(name, type(error).__name__, error)
try:
    sys._getframe().clear()
except RuntimeError as error:
    print(error)
try:
    raise ValueError
except ValueError as error:
    traceback = error.__traceback__
for name, value in (("tb_next", 1), ("tb_next", traceback), ("tb_frame", None), ("tb_lasti", 1),
                    ("tb_lineno", 1), ("missing", 1)):
    try:
        setattr(traceback, name, value)
    except Exception as error:
        print(name, type(error).__name__, error)
try:
    del traceback.tb_next
except TypeError as error:
    print(error)
for arguments in ((), (None, frame, 0, "x"), (1, frame, 0, 1), (None, 1, 0, 1), (None, frame, 2, 3)):
    try:
        made = types.TracebackType(*arguments)
        print(made.tb_lasti, made.tb_lineno, made.tb_next, made.tb_frame is frame)
    except TypeError as error:
        print(error)
module = types.ModuleType("m")
try:
    module.__file__
except AttributeError as error:
    print(error)
module.__file__ = "here"
print(module.__file__, vars(module)["__file__"])
del module.__file__
print(hasattr(module, "__file__"), hasattr(sys, "__file__"))
