# covers: Emulating container types
texts = ['abcdefghij', 'aé\u20ac\U0001f600\ud800xyzé', '', 'é', 'a'*70 + 'é'*70, '\u20ac' * 100]
acc = []
for t in texts:
    for start in (None, 0, 1, 3, -1, -4, 50, -50, 139, 140):
        for stop in (None, 0, 2, -1, -3, 60, -60):
            for step in (1, 2, 3, -1, -2, -7, 33, -33, 40, 100, -100):
                print(ascii(t[start:stop:step]))
class L(dict):
    def __missing__(self, k): print('ask', k); return {97: 'x', 98: None, 99: 'long', 100: 0x20ac, 101: 'é'}.get(k, k)
for t in ('abab', 'abcab', 'xyzxyz', 'abdaab', 'eae', 'éabab', ''):
    print(t.translate(L()), t.translate({97: 'q', 98: None}), t.translate({97: 'xx'}), t.translate(str.maketrans('ab', 'ba', 'x')), t.translate([1] * 98 + [None]))
b = bytearray(range(40))
ref = list(range(40))
s = 12345
for i in range(3000):
    s = (s * 1103515245 + 12345) % 2**31
    k = s >> 8 & 7
    if k < 3 and ref: del b[0]; del ref[0]
    elif k == 3: b.append(s & 255); ref.append(s & 255)
    elif k == 4: b[1:3] = b'xyz'; ref[1:3] = list(b'xyz')
    elif k == 5: del b[:2]; del ref[:2]
    elif k == 6: b.insert(0, 7); ref.insert(0, 7)
    else: b += b'ab'; ref += list(b'ab')
    if list(b) != ref: print('differ', i)
print(bytes(b)[:20], len(b))
for t in (b'aXbXc', 'aXbXc', 'éXéX'):
    x = t[1:2]; y = t[:1]
    print(t.replace(x, y), t.replace(x, y, 1), t.replace(x, y[:0]), t.replace(x, y + y), t.replace(y[:0], x), t.replace(y[:0], x, 2), t.count(x), t.count(y[:0]))
