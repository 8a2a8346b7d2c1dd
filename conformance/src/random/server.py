# Runs programs that come one after the other, each in a process of its own: a line with its length, then its text.
# Answers in the same way with what it printed.
import builtins, gc, io, os, resource, signal, sys, weakref

LIMIT = 20
receive, answer = sys.stdin.buffer, sys.stdout.buffer
sys.setrecursionlimit(1000)
gc.disable()


def run(text, pipe):
    signal.alarm(LIMIT)
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    stream = io.TextIOWrapper(os.fdopen(pipe, 'wb'), 'utf-8', 'replace')
    sys.stdout = stream
    sys.stderr = io.StringIO()
    names = {'__name__': '__main__', '__builtins__': builtins, '__doc__': None}
    try:
        exec(compile(text, '<program>', 'exec'), names)
    except BaseException as e:
        stream.write('uncaught ' + type(e).__name__ + '\n')
    stream.flush()


while line := receive.readline():
    text = receive.read(int(line))
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        try:
            run(text, theirs)
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, 'rb') as pipe:
        printed = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        printed += b'ended by %d\n' % status
    answer.write(b'%d\n' % len(printed) + printed)
    answer.flush()
