# covers: Emulating container types
items = [3, 1, 2]
def key(x):
    items.insert(0, x)
    del items[:]
    return -x
try: items.sort(key=key, reverse=True); print('sorted')
except ValueError as err: print(type(err).__name__)
