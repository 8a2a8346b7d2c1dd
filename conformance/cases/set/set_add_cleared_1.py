# covers: Emulating container types
class Key:
    def __hash__(self): return 1
    def __eq__(self, other):
        box.clear()
        return True
box = set()
box.add(Key())
box.add(Key())
print(len(box))
