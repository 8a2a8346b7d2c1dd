# covers: The standard type hierarchy
import io
import sys

kept = sys.stdin, sys.stdout


class Out:
    def __init__(self):
        self.log = []

    def write(self, text):
        self.log.append(text)
        return len(text)

    def flush(self):
        self.log.append("flush")


class Lines:
    def __init__(self, *lines):
        self.lines = list(lines)

    def readline(self):
        return self.lines.pop(0)


def asked(stdin, *prompt, stdout=None):
    out = stdout or Out()
    sys.stdin, sys.stdout = stdin, out
    try:
        answer = repr(input(*prompt))
    except Exception as error:
        answer = f"{type(error).__name__}: {error}"
    sys.stdin, sys.stdout = kept
    print(answer, out.log)


asked(io.StringIO("one\ntwo"), "? ")
asked(io.StringIO("one"))
asked(io.StringIO(""), "? ")
asked(io.StringIO("\n"), 42)
asked(Lines("a\r\n"), "")
asked(Lines(5))
asked(Lines(None))
asked(None, "? ")
asked(io.StringIO("x"), 1, 2)


class Broken(Out):
    def write(self, text):
        raise ValueError("no room")


asked(io.StringIO("x"), "? ", stdout=Broken())
saved = sys.stdin
del sys.stdin
try:
    input("? ")
except RuntimeError as error:
    print(error)
sys.stdin = saved
saved = sys.stdout
del sys.stdout
try:
    input("? ")
except RuntimeError as error:
    sys.stdout = saved
    print(error)
