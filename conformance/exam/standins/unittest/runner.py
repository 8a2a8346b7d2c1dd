"""Runs the tests of a module and prints a line for each, which the examiner reads."""
import sys

from . import case as cases, helpers
from .skips import mark
from .suite import defaultTestLoader

_out = sys.stdout


def say(line):
    """Prints a line of the runner's, whatever the test left of the line before."""
    print("\n@", line, file=_out, flush=True)


def one_line(text, most):
    return ascii(text[:most])[1:-1]


def shown(text, most):
    """A text on one line as a person reads it: quotes and backslashes stand as they are."""
    return "".join(char if " " <= char <= "~" else ascii(char)[1:-1] for char in text[:most])


def text_of(error):
    try:
        return f"{type(error).__name__}: {error}"
    except Exception:
        return type(error).__name__


def places(error):
    """Where the error was raised: a line for each call, the last ones only."""
    lines, trace = [], error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "unittest" not in code.co_filename:
            lines.append(f"{code.co_filename}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    return lines[-8:]


def report(word, name, error=None, label=None):
    text = "" if error is None else " " + shown(text_of(error), 400)
    say(f"{word} {one_line(name, 200).replace(' ', '_')}{text}")
    if word in ("failed", "blocked") and error is not None:
        if label is not None:
            say("| part: " + shown(repr(label), 400))
        for line in places(error):
            say("| " + shown(line, 400))


def run_group(tests, skip):
    """Runs tests of one class between the fixtures of the class."""
    kind = type(tests[0])
    left_out = mark(kind)
    if left_out is None:
        helpers.Stub.strict = True
        try:
            kind.setUpClass()
        except Exception as error:
            left_out = error
        helpers.Stub.strict = False
    if left_out is not None:
        blocked = not isinstance(left_out, cases.SkipTest)
        for test in tests:
            report("blocked" if blocked else helpers.word(left_out), test.id(), left_out)
        return
    for test in tests:
        if test.id() in skip:
            continue
        say("start " + one_line(test.id(), 200).replace(" ", "_"))
        outcome, error, label = test.outcome()
        report(outcome, test.id(), error, label)
        error = label = None
    try:
        kind.tearDownClass()
        kind.doClassCleanups()
    except Exception as error:
        report("blocked", kind.__qualname__ + ".tearDownClass", error)


def run_module(module, skip=()):
    """Runs every test of the module but those of `skip`."""
    tests = defaultTestLoader.loadTestsFromModule(module)
    getattr(module, "setUpModule", lambda: None)()
    group = []
    for test in tests.flat():
        if group and type(group[0]) is not type(test):
            run_group(group, skip)
            group = []
        group.append(test)
    if group:
        run_group(group, skip)
    getattr(module, "tearDownModule", lambda: None)()
    cases.doModuleCleanups()
