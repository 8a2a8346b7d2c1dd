# covers: Basic customization; __str__
# An exception whose __str__ fails.
class Bad(Exception):
    def __str__(self):
        raise ValueError("no text")


raise Bad(1, 2)
