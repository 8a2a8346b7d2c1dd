"""Names of files for tests; nothing here touches a file."""
TESTFN = TESTFN_ASCII = "@test_tmp"
TESTFN_UNICODE = TESTFN_UNDECODABLE = TESTFN_UNENCODABLE = None


def unlink(name):
    import os
    try:
        os.unlink(name)
    except (FileNotFoundError, NotADirectoryError):
        pass


class FakePath:
    """Anything with `__fspath__`."""

    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        if isinstance(self.path, BaseException):
            raise self.path
        return self.path
