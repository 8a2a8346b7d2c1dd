# covers: Emulating container types
class H:
    n = 0
    def __hash__(self):
        H.n += 1
        return 1
keys = {H(): 1}
H.n = 0
dict.fromkeys(keys)
print(H.n)
dict.fromkeys(set(keys))
print(H.n)
