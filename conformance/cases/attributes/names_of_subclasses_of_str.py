# covers: instance.__dict__; Customizing attribute access
# A name of a subclass of str is found by plain names, and stays what it is as a key.
class S(str): pass
class Bag: pass
bag, name, other = Bag(), S("name"), S("other")
for call in (lambda: delattr(bag, name), lambda: getattr(bag, name)):
    try: call()
    except AttributeError as e: print(e)
setattr(bag, name, 1)
print(bag.name)
bag.name = 2
print(list(bag.__dict__.items()), [type(k).__name__ for k in bag.__dict__])
setattr(bag, other, 3)
bag.other = 4
print(bag.__dict__, getattr(bag, S("other")), "other" in bag.__dict__)
bag.__dict__[S("third")] = 5
bag.third = 6
del bag.third
print(bag.__dict__, hasattr(bag, "third"))
class Own(str):
    def __eq__(self, o): return False
    __hash__ = str.__hash__
bag.__dict__[Own("mine")] = 7
print(hasattr(bag, "mine"))
bag.mine = 8
print(bag.mine, len(bag.__dict__))
