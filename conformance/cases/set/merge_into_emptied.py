# covers: Emulating container types
# What an emptied set had stays in the way: the keys of another set are not copied place by place.
s = {8, 16}
s ^= {8, 16}
s |= {16, 3}
s.add(24)
s.add(32)
print(list(s))
t = {1, 2, 9}
for key in (1, 2, 9):
    t.remove(key)
t.update({1, 9, 17})
print(list(t), t.pop(), list(t))
