# covers: Emulating numeric types; __iadd__; __imul__; __ior__
"""Assignments with operators to names, items and attributes, and what they refuse."""

class L(list):
    def __iadd__(s, o): print('iadd', o); return 'result'
class T2:
    def __getitem__(s, k): print('get', k); return [1]
    def __setitem__(s, k, v): print('set', k, v)
    def __getattr__(s, n): print('getattr', n); return 5
    def __setattr__(s, n, v): print('setattr', n, v)
t = T2()
t[1] += [2]
t[f'{1}a'] *= 2
t.x -= 1
t.x //= 2
x = L([1]); y = x; x += 3; print(x, y)
a = (1, 2); b = a; a += (3,); print(a, b)
l = [1]; m = l; l += 'ab'; print(m); l *= 2; print(m)
s = {1}; q = s; s |= {2}; s &= {2, 3}; s ^= {5}; s -= {2}; print(s, q is s)
f = frozenset([1]); g = f; f |= {2}; print(sorted(f), g)
d = {1: 2}; e = d; d |= {3: 4}; d |= [(5, 6)]; print(e)
for src in ('d |= 5', 'd |= None', 's |= [1]', 's += 1', 'l += 5', 'l -= 1', 'a += [1]', 'a *= "a"', 'n = 1; n += "a"', 'n = "a"; n += 1', 'n = 5; n @= 2', 'n = 5; n **= "a"', 'n = 5; n <<= 1.0', 'n = None; n += 1', 'n = object(); n |= 1', 'n = 5; n[0] += 1', 'n = [1]; n[5] += 1', 'n = {}; n["a"] += 1', 'n = 5; n.x += 1', 'del zz', 'zz += 1', 'n = [1]; n["a"] += 1', 'n = "abc"; n[0] += "x"', 'n = (1,); n[0] += 1', 'n = range(3); n += 1', 'n = b"a"; n += "b"', 'n = 1.5; n |= 1', 'n = [1]; n @= 2', 'n = {1}; n |= 5', 'n = {1}; n -= [1]', 'n = bytearray(b"a"); n += 5', 'n = [1]; n *= 1.5'):
    try: exec(src); print(src, 'ok')
    except BaseException as ex: print(src, type(ex).__name__, ex)
