# covers: Objects, values and types; Emulating container types
# Weak containers whose items die while they are iterated, and what their iteration refuses.
import gc
import weakref


class Item:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Item({self.name})"


def keep(count):
    return [Item(number) for number in range(count)]


items = keep(3)
values = weakref.WeakValueDictionary((item.name, item) for item in items)
iterator = iter(values.items())
first = next(iterator)
items.clear()
print(len(values), sorted(values.data) == [0, 1, 2] or len(values.data))
del first
try:
    print(list(iterator), len(values))
except RuntimeError as error:
    print(error)
del iterator
items = keep(3)
keys = weakref.WeakKeyDictionary((item, item.name) for item in items)
for key in keys:
    name, key = key.name, None
    del items[1:]
    print(name, len(keys))
    break
del name
gc.collect()
print(len(keys), list(keys.values()))
bag = weakref.WeakSet(items)
try:
    for item in bag:
        fresh = Item(7)
        bag.add(fresh)
except RuntimeError as error:
    print(error)
print(len(bag), type(bag).__mro__, isinstance(bag, weakref.WeakSet), bag == weakref.WeakSet(bag))
for container in (values, keys):
    print(type(container).__name__, container | {} == dict(container) if container is values else len(container | {}))
    for wrong in (5, [1]):
        try:
            container | wrong
        except TypeError as error:
            print(error)
        try:
            container.update(wrong)
        except TypeError as error:
            print(error)
for make in (lambda: weakref.KeyedRef(), lambda: weakref.WeakMethod(), lambda: weakref.WeakMethod(5),
             lambda: weakref.ref(), lambda: weakref.ref(5), lambda: weakref.ref(bag).__init__(),
             lambda: weakref.WeakSet(5), lambda: hash(weakref.proxy(bag))):
    try:
        make()
    except TypeError as error:
        print(error)
