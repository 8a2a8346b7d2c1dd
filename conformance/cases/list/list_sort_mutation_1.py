# covers: Emulating container types
items = [1, 2]
def key(x):
    items.append(3)
    items.pop()
    return x
try: items.sort(key=key); print('sorted')
except ValueError as err: print(err)
