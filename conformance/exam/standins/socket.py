"""`socket`: the names of the errors of connections, which there are not."""

error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass
