# covers: Emulating container types; __missing__
# KeyError shows its key's repr, also from a dict subclass with __missing__.
class D(dict):
    def __missing__(self, key):
        try:
            return self.other[key]
        except AttributeError:
            raise KeyError(key, "it's not here")


D()["some key"]
