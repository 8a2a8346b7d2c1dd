# covers: Emulating container types; __del__
# A list that keys change while they die, or items while they are compared, was changed during the sort.
data = []
def tr(f):
    try:
        f()
        print("sorted", data)
    except Exception as e:
        print(type(e).__name__, e, data)
class Dies:
    def __init__(self, x): self.x = x
    def __del__(self): data[:] = [99]
    def __lt__(self, o): return self.x < o.x
data[:] = [3, 1, 2]
tr(lambda: data.sort(key=Dies))
data[:] = [3, 1, 2]
print(sorted([3, 1, 2], key=Dies), data)
class Fails(Dies):
    def __lt__(self, o): raise KeyError("lt")
data[:] = [3, 1, 2]
tr(lambda: data.sort(key=Fails))
class Plain:
    def __init__(self, x): self.x = x
    def __lt__(self, o): data.append(0); return self.x < o.x
data[:] = [3, 1, 2]
tr(lambda: data.sort(key=Plain))
class Clears(Plain):
    def __lt__(self, o): data.clear(); return True
data[:] = [3, 1, 2]
tr(lambda: data.sort(key=Clears))
data[:] = [3]
tr(lambda: data.sort(key=Dies))
data[:] = []
tr(lambda: data.sort(key=Dies))
def key(x):
    print("during", data)
    return -x
data[:] = [1, 2]
tr(lambda: data.sort(key=key))
