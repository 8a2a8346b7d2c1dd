"""The assertions of a case."""
from .contexts import Logs, Raises, Warns, matches


def brief(value):
    """The value's repr, shortened."""
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if len(text) < 400 else text[:300] + " ... " + text[-80:]


class Asserts:
    failureException = AssertionError

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _check(self, good, text, msg):
        if not good:
            self.fail(text() if msg is None else f"{text()} : {msg}")

    def _formatMessage(self, msg, text):
        return text if msg is None else f"{text} : {msg}"

    def assertTrue(self, value, msg=None):
        self._check(value, lambda: f"{brief(value)} is not true", msg)

    def assertFalse(self, value, msg=None):
        self._check(not value, lambda: f"{brief(value)} is not false", msg)

    def addTypeEqualityFunc(self, kind, call):
        self._equalities = {**getattr(self, "_equalities", {}), kind: call}

    def assertEqual(self, a, b, msg=None):
        own = getattr(self, "_equalities", None)
        if own and type(a) is type(b) and type(a) in own:
            return own[type(a)](a, b, msg=msg)
        self._check(a == b, lambda: f"{brief(a)} != {brief(b)}", msg)

    def _typed(kind):
        def check(self, a, b, msg=None):
            self._check(isinstance(a, kind), lambda: f"{brief(a)} is no {kind.__name__}", msg)
            self._check(isinstance(b, kind), lambda: f"{brief(b)} is no {kind.__name__}", msg)
            self._check(a == b, lambda: f"{brief(a)} != {brief(b)}", msg)
        return check

    assertListEqual, assertTupleEqual = _typed(list), _typed(tuple)
    assertDictEqual, assertMultiLineEqual = _typed(dict), _typed(str)

    def assertSetEqual(self, a, b, msg=None):
        self._check(not a.difference(b) and not b.difference(a),
                    lambda: f"{brief(a)} != {brief(b)}", msg)

    def assertSequenceEqual(self, a, b, msg=None, seq_type=None):
        for side in (a, b) if seq_type is not None else ():
            self.assertIsInstance(side, seq_type)
        same = len(a) == len(b) and all(x == y for x, y in zip(a, b))
        self._check(same, lambda: f"{brief(a)} != {brief(b)}", msg)

    def assertCountEqual(self, a, b, msg=None):
        a, rest = list(a), list(b)
        for item in a:
            self._check(item in rest, lambda: f"{brief(item)} is one too many", msg)
            rest.remove(item)
        self._check(not rest, lambda: f"{brief(rest)} are missing", msg)

    def assertNotEqual(self, a, b, msg=None):
        self._check(a != b, lambda: f"{brief(a)} == {brief(b)}", msg)

    def assertIs(self, a, b, msg=None):
        self._check(a is b, lambda: f"{brief(a)} is not {brief(b)}", msg)

    def assertIsNot(self, a, b, msg=None):
        self._check(a is not b, lambda: f"{brief(a)} is {brief(b)}", msg)

    def assertIsNone(self, a, msg=None):
        self._check(a is None, lambda: f"{brief(a)} is not None", msg)

    def assertIsNotNone(self, a, msg=None):
        self._check(a is not None, lambda: "None", msg)

    def assertIn(self, a, b, msg=None):
        self._check(a in b, lambda: f"{brief(a)} not in {brief(b)}", msg)

    def assertNotIn(self, a, b, msg=None):
        self._check(a not in b, lambda: f"{brief(a)} in {brief(b)}", msg)

    def assertIsInstance(self, a, kind, msg=None):
        self._check(isinstance(a, kind), lambda: f"{brief(a)} is no {kind!r}", msg)

    def assertNotIsInstance(self, a, kind, msg=None):
        self._check(not isinstance(a, kind), lambda: f"{brief(a)} is a {kind!r}", msg)

    def assertIsSubclass(self, a, kind, msg=None):
        self._check(issubclass(a, kind), lambda: f"{a!r} is no subclass of {kind!r}", msg)

    def assertNotIsSubclass(self, a, kind, msg=None):
        self._check(not issubclass(a, kind), lambda: f"{a!r} is a subclass of {kind!r}", msg)

    def assertLess(self, a, b, msg=None):
        self._check(a < b, lambda: f"{brief(a)} not < {brief(b)}", msg)

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, lambda: f"{brief(a)} not <= {brief(b)}", msg)

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, lambda: f"{brief(a)} not > {brief(b)}", msg)

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, lambda: f"{brief(a)} not >= {brief(b)}", msg)

    def assertHasAttr(self, owner, name, msg=None):
        self._check(hasattr(owner, name), lambda: f"{brief(owner)} has no {name}", msg)

    def assertNotHasAttr(self, owner, name, msg=None):
        self._check(not hasattr(owner, name), lambda: f"{brief(owner)} has {name}", msg)

    def assertStartsWith(self, text, start, msg=None):
        self._check(text.startswith(start), lambda: f"{brief(text)} begins otherwise", msg)

    def assertEndsWith(self, text, end, msg=None):
        self._check(text.endswith(end), lambda: f"{brief(text)} ends otherwise", msg)

    def assertRegex(self, text, pattern, msg=None):
        self._check(matches(pattern, text), lambda: f"{pattern!r} not in {brief(text)}", msg)

    def assertNotRegex(self, text, pattern, msg=None):
        self._check(not matches(pattern, text), lambda: f"{pattern!r} in {brief(text)}", msg)

    def assertAlmostEqual(self, a, b, places=None, msg=None, delta=None):
        near = a == b or (abs(a - b) <= delta if delta is not None
                          else round(abs(a - b), 7 if places is None else places) == 0)
        self._check(near, lambda: f"{a!r} is far from {b!r}", msg)

    def assertNotAlmostEqual(self, a, b, places=None, msg=None, delta=None):
        far = a != b and (abs(a - b) > delta if delta is not None
                          else round(abs(a - b), 7 if places is None else places) != 0)
        self._check(far, lambda: f"{a!r} is near {b!r}", msg)

    def assertRaises(self, expected, *args, **kwargs):
        msg = None if args else kwargs.pop("msg", None)
        context = Raises(self, expected, None, msg)
        try:
            return context.call(args, kwargs)
        finally:
            context = None

    def assertRaisesRegex(self, expected, pattern, *args, **kwargs):
        msg = None if args else kwargs.pop("msg", None)
        context = Raises(self, expected, pattern, msg)
        try:
            return context.call(args, kwargs)
        finally:
            context = None

    def assertWarns(self, expected, *args, **kwargs):
        return Warns(self, expected, None, None).call(args, kwargs)

    def assertWarnsRegex(self, expected, pattern, *args, **kwargs):
        return Warns(self, expected, pattern, None).call(args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return Logs(self, logger, level, True)

    def assertNoLogs(self, logger=None, level=None):
        return Logs(self, logger, level, False)
