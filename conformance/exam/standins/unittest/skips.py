"""What leaves a test out, and what a test is marked with."""


class SkipTest(Exception):
    """Leaves a test out."""


class Helper(SkipTest):
    """Leaves a test out because it needs a helper that the examiner does not have; such tests do not count."""


def skip(reason):
    if callable(reason):
        return skip("")(reason)

    def decorate(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    return decorate


def helper(reason):
    """Marks a test, or a class of tests, that needs a helper."""
    def decorate(item):
        item = skip(reason)(item)
        item.__unittest_helper__ = True
        return item
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(test):
    test.__unittest_expecting_failure__ = True
    return test


def mark(item):
    """The exception that leaves this test or class out, or None."""
    if not getattr(item, "__unittest_skip__", False):
        return None
    kind = Helper if getattr(item, "__unittest_helper__", False) else SkipTest
    return kind(item.__unittest_skip_why__)
