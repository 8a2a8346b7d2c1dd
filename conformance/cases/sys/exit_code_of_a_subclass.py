# covers: The standard type hierarchy
"""A subclass of SystemExit says the exit status by its own attribute."""

class Leave(SystemExit):
    code = 9


raise Leave(3)
