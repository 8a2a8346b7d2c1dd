# covers: Implementing Descriptors; Invoking Descriptors
class Name(str): pass
class Bag: pass
bag = Bag()
setattr(bag, Name('field'), 1)
print([type(key).__name__ for key in vars(bag)])
