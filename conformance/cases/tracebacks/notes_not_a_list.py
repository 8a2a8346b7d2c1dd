# covers: The standard type hierarchy
# __notes__ that is not a sequence is shown by its repr.
class E(Exception):
    __notes__ = 42


raise E
