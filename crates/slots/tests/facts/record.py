"""Asks CPython for the facts that the tests of this crate compare with.

    python3.13 record.py

writes the text files beside this script. Fields are separated by tabs.
"""

import array
import builtins
import collections
import contextlib
import functools
import io
import itertools
import math
import operator
import os
import random
import re
import sys
import types
import weakref

HERE = os.path.dirname(os.path.abspath(__file__))
WRAPPER = type(int.__add__)


def write(name, lines):
    lines = list(lines)
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as file:
        file.write(f"# Recorded by record.py with Python {sys.version.split()[0]}.\n")
        file.writelines(line + "\n" for line in lines)
    print(name, len(lines))


def all_types():
    def below(cls):
        for sub in type.__subclasses__(cls):
            yield sub
            yield from below(sub)

    return [object, *below(object)]


def wrappers():
    """Special name, signature, doc of every wrapper that a built-in type has."""
    found = set()
    for cls in all_types():
        for name, value in vars(cls).items():
            if isinstance(value, WRAPPER) and value.__name__ == name:
                found.add(f"{name}\t{value.__text_signature__}\t{value.__doc__}")
    return sorted(found)


def wrapper_calls():
    """Name, number of arguments, number of keywords, message or -."""

    async def coroutine():
        pass

    async def asynchronous():
        yield

    awaiting = coroutine()
    instances = [
        1, [], (), {}, set(), bytearray(b"a"), object(), property(), iter([]),
        weakref.proxy(types.SimpleNamespace), (i for i in ""), awaiting.__await__(),
        asynchronous(), asynchronous().__anext__(),
    ]
    awaiting.close()
    done = set()
    for instance in instances:
        for cls in type(instance).__mro__:
            for name, wrapper in vars(cls).items():
                if not isinstance(wrapper, WRAPPER) or (name, cls) in done:
                    continue
                if name in ("__init__", "__call__"):
                    continue
                done.add((name, cls))
                for count in range(5):
                    for keywords in ({}, {"k": 1}):
                        message = "-"
                        try:
                            wrapper(instance, *[None] * count, **keywords)
                        except Exception as error:
                            if re.search(r"expected .*arguments?, got|no keyword", str(error)):
                                message = str(error)
                        yield f"{name}\t{count}\t{len(keywords)}\t{message}"


MODULES = [builtins, math, operator, itertools, functools, collections, weakref, array, sys, types]


def signatures():
    """Every signature text of the modules above and their types."""
    found = set()
    for module in MODULES:
        for value in vars(module).values():
            candidates = [value]
            if isinstance(value, type):
                candidates += vars(value).values()
            for candidate in candidates:
                candidate = getattr(candidate, "__func__", candidate)
                text = getattr(candidate, "__text_signature__", None)
                if isinstance(text, str):
                    found.add(re.sub(r"\s+", " ", text))
    return sorted(found)


PYTHON_SIGNATURES = [
    "()", "(a)", "(a, b)", "(a, b, c, d)", "(a, b=1)", "(a=1, b=2)", "(a, /)", "(a, b, /)",
    "(a, b=1, /)", "(a, /, b)", "(a, /, b=1, *, c)", "(*args)", "(a, *args)", "(**kwargs)",
    "(a, /, **kwargs)", "(a, b, /, **kwargs)", "(*, a)", "(*, a, b=1)", "(a, *, b, c)",
    "(a, b=1, *args, c, d=2, **kwargs)", "(a, b=1, *, c=2)", "(*args, a, **kwargs)",
    "(alpha, beta=1, *, gamma=2, delta)", "(first, second, third, /, fourth=1)",
    "(a, b, c, d, e, f, g, h, i, j=1, *, k, l, m=1)",
]


def python_calls():
    """Signature, number of positional arguments, keywords, plan or message."""
    for text in PYTHON_SIGNATURES:
        scope = {}
        exec(f"def f{text}: return dict(locals())", scope)
        function = scope["f"]
        code = function.__code__
        count = code.co_argcount + code.co_kwonlyargcount
        names = list(code.co_varnames[:count])
        choices = [()] + [(n,) for n in [*names, "zz", "alpho", "A"]]
        choices += [(n, "zz") for n in names[:3]] + [("zz", n) for n in names[:3]]
        choices += [tuple(names[i : i + 2]) for i in range(max(0, len(names) - 1))]
        choices += [tuple(names[:3][::-1]), tuple(names), tuple(names[::-1]), tuple(names[2:])]
        choices += [("xx", "yy", *names[-2:]), (*names[-2:], "xx", "yy")]
        for positional in range(min(count + 2, 14)):
            for keywords in dict.fromkeys(choices):
                if len(set(keywords)) != len(keywords):
                    continue
                args = [f"p{i}" for i in range(positional)]
                kwargs = {name: f"k{i}" for i, name in enumerate(keywords)}
                try:
                    bound = function(*args, **kwargs)
                except TypeError as error:
                    answer = str(error)
                else:
                    parts = []
                    for name in code.co_varnames:
                        value = bound[name]
                        if isinstance(value, tuple):
                            value = "*" + ",".join(value)
                        elif isinstance(value, dict):
                            value = "**" + ",".join(f"{k}:{v}" for k, v in value.items())
                        elif isinstance(value, int):
                            value = "default"
                        parts.append(f"{name}={value}")
                    answer = "> " + " ".join(parts)
                yield f"{text}\t{positional}\t{','.join(keywords)}\t{answer}"


def suggestions():
    """Candidates, misspelled name, suggestion or -."""
    rng = random.Random(7)
    letters = "abcdeABC_é"
    words = ["".join(rng.choices(letters, k=rng.randint(1, 9))) for _ in range(200)]
    words = [word for word in words if word.isidentifier()]
    words += ["value", "values", "Value", "maxsplit", "sep", "encoding", "errors", "x" * 45]
    for _ in range(600):
        names = rng.sample(sorted(set(words)), rng.randint(1, 5))
        wrong = list(rng.choice(names))
        for _ in range(rng.randint(1, 3)):
            at = rng.randrange(len(wrong) + 1)
            wrong[at : at + rng.randint(0, 1)] = rng.choice(["", "a", "B", "z", "é"])
        wrong = "".join(wrong) or "z"
        if wrong in names:
            continue
        scope = {}
        exec(f"def f(*, {', '.join(names)}): pass", scope)
        # The names of keywords and parameters must be as they are in the source.
        if list(scope["f"].__code__.co_varnames) != names:
            continue
        try:
            scope["f"](**{wrong: 1})
        except TypeError as error:
            found = re.search(r"Did you mean '(.*)'\?$", str(error))
            yield f"{','.join(names)}\t{wrong}\t{found[1] if found else '-'}"


INSTANCES = {
    "int": 1, "float": 1.5, "complex": 1j, "str": "a", "bytes": b"a",
    "list": [], "tuple": (), "dict": {}, "set": set(), "range": range(3),
    "memoryview": memoryview(b"a"),
}

BINDING = re.compile(
    r"takes (no|exactly|at most|at least)|^\w+ expected |missing required argument"
    r"|unexpected keyword|given by name"
)

EXCLUDED = {
    "breakpoint", "exec", "eval", "compile", "__import__", "input", "open", "exit", "quit", "help",
    "copyright", "credits", "license", "__build_class__",
    # Counts its positional arguments by hand and leaves the keywords to list.sort.
    "sorted",
}


def native_functions():
    for name, value in vars(builtins).items():
        if isinstance(value, types.BuiltinFunctionType) and name not in EXCLUDED:
            yield name, value
    for name in ("sqrt", "atan2", "isclose", "lcm", "hypot", "nextafter", "prod", "perm", "fma"):
        yield f"math.{name}", getattr(math, name)
    for type_name, instance in INSTANCES.items():
        for name in vars(type(instance)):
            if name in ("__new__", "release", "__exit__"):
                continue
            value = getattr(instance, name)
            if isinstance(value, types.BuiltinFunctionType):
                yield f"{type_name}.{name}", value


def native_calls():
    """Qualified name, signature, number of positional arguments, keywords, message or -."""
    for qualified, function in native_functions():
        text = function.__text_signature__
        if not text:
            continue
        names = re.findall(r"(?<![\w$'<.\-=])[a-z_]\w*(?=[=,)\[\]])", text)
        choices = [(), ("zz",)]
        if not re.fullmatch(r"\([^*]*/\)|[^*]*\*\w+\)", text):
            choices += [*((name,) for name in names), tuple(names), (*names, "zz"), tuple(names[1:])]
            choices += [("zz", *names), (*names[:1], "zz"), (names[-1][:-1],), (names[-1] + "s",)]
        for positional in range(len(names) + 2):
            for keywords in dict.fromkeys(choices):
                args = [object()] * positional
                message = "-"
                with contextlib.redirect_stdout(io.StringIO()):
                    try:
                        function(*args, **dict.fromkeys(keywords, object()))
                    except Exception as error:
                        if isinstance(error, TypeError) and BINDING.search(str(error)):
                            message = str(error)
                yield f"{qualified}\t{text}\t{positional}\t{','.join(keywords)}\t{message}"


def orders():
    """A hierarchy, one class after another: name, bases, order or message."""
    rng = random.Random(3)
    for _ in range(300):
        made = {}
        for i in range(rng.randint(3, 9)):
            name = chr(65 + i)
            bases = rng.sample(sorted(made), min(len(made), rng.choice([0, 1, 2, 2, 3, 4])))
            if bases and rng.random() < 0.03:
                bases.append(bases[0])
            try:
                cls = type(name, tuple(made[base] for base in bases), {})
            except TypeError as error:
                answer = str(error)
            else:
                made[name] = cls
                answer = "> " + " ".join(c.__name__ for c in cls.__mro__)
            yield f"{name}\t{','.join(bases)}\t{answer}"
        yield ""


OPERATORS = {
    "add": (operator.add, operator.iadd), "sub": (operator.sub, operator.isub),
    "mul": (operator.mul, operator.imul), "pow": (operator.pow, operator.ipow),
    "divmod": (divmod, None),
}


def attempts():
    """Operator, in place or not, methods of the left and right class, whether each extends list,
    relation, whether the right one overrides, methods called in order, final message."""
    trace = []

    def method(owner, name):
        def called(*args):
            trace.append(f"{owner}.{name}")
            return NotImplemented

        return called

    for op, (binary, in_place) in OPERATORS.items():
        names = [f"__{op}__", f"__r{op}__"] + ([f"__i{op}__"] if in_place else [])
        subsets = [[n for i, n in enumerate(names) if bits >> i & 1] for bits in range(8)]
        for left_names in subsets[: 1 << len(names)]:
            for right_names in subsets[:4]:
                for relation in ("same", "subclass", "other"):
                    for left_base, right_base in [(object, object), (list, object), (object, list)]:
                        if relation != "other" and (left_base is not right_base or right_names and relation == "same"):
                            continue
                        left = type("L", (left_base,), {n: method("L", n) for n in left_names})
                        if relation == "same":
                            right = left
                        else:
                            bases = (left,) if relation == "subclass" else (right_base,)
                            right = type("R", bases, {n: method("R", n) for n in right_names})
                        reflected = names[1]
                        overrides = getattr(right, reflected, None) is not getattr(left, reflected, None)
                        for action, kind in [(binary, "binary"), (in_place, "in-place")]:
                            if action is None:
                                continue
                            trace.clear()
                            try:
                                action(left(), right())
                                message = "-"
                            except TypeError as error:
                                message = str(error)
                            yield "\t".join([
                                op, kind, ",".join(left_names), ",".join(right_names),
                                left_base.__name__, right_base.__name__,
                                relation, str(overrides), " ".join(trace), message,
                            ])


def comparisons():
    """Methods of the left and the right class, relation, methods called by `left < right`."""
    trace = []

    def method(owner, name):
        def called(self, other):
            trace.append(f"{owner}.{name}")
            return NotImplemented

        return called

    subsets = [[], ["__lt__"], ["__gt__"], ["__lt__", "__gt__"]]
    for left_names in subsets:
        for right_names in subsets:
            for relation in ("same", "subclass", "other"):
                if relation == "same" and right_names:
                    continue
                left = type("L", (), {name: method("L", name) for name in left_names})
                right = left
                if relation != "same":
                    bases = (left,) if relation == "subclass" else ()
                    right = type("R", bases, {name: method("R", name) for name in right_names})
                trace.clear()
                try:
                    left() < right()
                except TypeError as error:
                    message = str(error)
                fields = [",".join(left_names), ",".join(right_names), relation]
                yield "\t".join([*fields, " ".join(trace), message])


def powers():
    """Types of three operands, relation of the first two, methods called by pow()."""
    trace = []

    def kind(owner, base=object):
        def left(self, other, modulus=None):
            trace.append(f"{owner}.__pow__")
            return NotImplemented

        def right(self, other, modulus=None):
            trace.append(f"{owner}.__rpow__")
            return NotImplemented

        return type(owner, (base,), {"__pow__": left, "__rpow__": right})

    for relation in ("same", "subclass", "other"):
        left = kind("L")
        right = left if relation == "same" else kind("R", left if relation == "subclass" else object)
        modulus = kind("M")
        trace.clear()
        try:
            pow(left(), right(), modulus())
        except TypeError as error:
            yield f"{relation}\t{' '.join(trace)}\t{error}"


write("wrappers.txt", wrappers())
write("wrapper_calls.txt", sorted(set(wrapper_calls())))
write("signatures.txt", signatures())
write("python_calls.txt", python_calls())
write("suggestions.txt", suggestions())
write("native_calls.txt", native_calls())
write("orders.txt", orders())
write("attempts.txt", attempts())
write("comparisons.txt", comparisons())
write("powers.txt", powers())
