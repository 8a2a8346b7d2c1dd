# covers: Customizing attribute access; __dir__
# Names that are no strings are among those of dir(), which sorts them.
class C: pass
c = C()
c.__dict__ = {1: 2, 3: 4}
try:
    dir(c)
except TypeError as e:
    print(e)
print([name for name in object.__dir__(c) if not isinstance(name, str)])
class Name(str): pass
c.__dict__ = {Name('b'): 1, 'a': 2}
print([name for name in dir(c) if name[0] != '_'])
