# covers: Emulating container types
box = {1, 2}
try: box.intersection_update('a', 1)
except TypeError as err: print('TypeError')
print(box)
