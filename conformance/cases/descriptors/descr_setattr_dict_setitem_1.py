# covers: Implementing Descriptors; Invoking Descriptors
class Bag(dict):
    __setattr__ = dict.__setitem__
    __neg__ = dict.copy
bag = Bag()
bag.y = 42
print(dict(bag), -bag)
