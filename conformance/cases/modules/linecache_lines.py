# covers: The standard type hierarchy
# linecache: lines of files that are there and of those that are not, lazy ones of loaders, the cache.
import linecache
print(repr(linecache.getline(__file__, 1)), repr(linecache.getline(__file__, 10 ** 6)), repr(linecache.getline(__file__, 0)), repr(linecache.getline(__file__, -3)))
print(linecache.getline("no such file", 1) == "", linecache.getlines("no such file"), linecache.getline("<string>", 1) == "", linecache.updatecache(""))
print(len(linecache.getlines(__file__)) > 5, __file__ in linecache.cache, len(linecache.cache[__file__]), linecache.cache[__file__][3] == __file__)
linecache.checkcache(__file__); linecache.checkcache("nothing"); linecache.checkcache()
print(__file__ in linecache.cache)
class Loader:
    def __init__(self, text): self.text = text
    def get_source(self, name):
        if self.text is None: raise ImportError(name)
        return self.text
for text in ("a = 1\nb = 2", "", None):
    name = f"<made {text!r}>.py"
    g = {"__name__": "made", "__loader__": Loader(text)}
    print(linecache.lazycache(name, g), linecache.lazycache(name, g), linecache.getline(name, 2, g), linecache.getlines(name))
print(linecache.lazycache("x.py", {}), linecache.lazycache("x.py", None), linecache.lazycache("<x>", {"__name__": "m", "__loader__": Loader("q")}), linecache.lazycache("", {}))
linecache.cache["mem"] = (6, None, ["l1\n", "l2\n"], "mem")
print(linecache.getline("mem", 2), linecache.getlines("mem"))
linecache.clearcache()
print(linecache.cache, linecache.getline("mem", 2) == "")
