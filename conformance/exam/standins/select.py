"""`select`: the names of the errors of waiting for files, which there is not."""

error = OSError
