# covers: Emulating container types
class H(int):
    calls = []
    def __hash__(self):
        H.calls.append(int(self))
        return int(self)
box = {H(1), H(2)}
H.calls.clear()
table = dict.fromkeys(box, 0)
print(sorted(H.calls), len(table))
