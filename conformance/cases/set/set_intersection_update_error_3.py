# covers: Emulating container types
def bad():
    yield 5
    raise ValueError('stop')
box = {5, 6}
try: box.intersection_update([6], bad())
except ValueError as err: print(err)
print(sorted(box))
