# covers: The standard type hierarchy
# ours: json
# json: values as texts in every layout, texts as values, each error with its place.
import json, sys, enum
from collections import OrderedDict, namedtuple
def tr(fn, *a, **k):
    try: r = fn(*a, **k)
    except Exception as e: print(type(e).__module__, type(e).__name__, e, getattr(e, '__notes__', None), [getattr(e, n, None) for n in ('msg', 'pos', 'lineno', 'colno')])
    else: print(repr(r)); return r
vals = [None, True, 1, -1.5, 1e100, 'a"\\\n\x00\x7fé😀\ud800/', [], {}, [1, [2, []]], {'a': 1, 'b': [1, {'c': {}}]}, (1, 2), float('nan'), float('inf'), -float('inf'), {1: 2, 1.5: 3, True: 4, None: 5, 'x': 6}, {(1, 2): 3}, {b'a': 1}, object, {'z': 1, 'a': 2}, {1: 2, 'a': 3}, [1, {2}], 10**30, {float('nan'): 1, float('inf'): 2}, '', ' ', {'': []}]
class E(enum.IntEnum): A = 1
class F(float):
    def __repr__(self): return 'F!'
class I(int):
    def __repr__(self): return 'I!'
class S(str): pass
class L(list): pass
NT = namedtuple('NT', 'a b')
vals += [E.A, F(2.5), I(3), S('s'), L([1]), NT(1, 2), OrderedDict(b=1, a=2), {E.A: 1, F(1.5): 2, I(4): 5}]
for v in vals:
    for kw in [{}, dict(indent=2), dict(indent='\t', sort_keys=True), dict(separators=(',', ':'), ensure_ascii=False), dict(skipkeys=True), dict(allow_nan=False), dict(default=str), dict(indent=0), dict(indent=2, skipkeys=True)]:
        tr(json.dumps, v, **kw)
c = []; c.append(c); tr(json.dumps, c); d = {}; d['d'] = d; tr(json.dumps, d); tr(json.dumps, object(), default=lambda o: o); 
class C(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
tr(json.dumps, {'a': 1j, 'b': [2j]}, cls=C); tr(json.dumps, {1, 2}, cls=C); print(C().encode([1j]), list(C(indent=1).iterencode({'a': [1, 2]})), list(json.JSONEncoder().iterencode([1, {'a': None}])))
class W:
    def __init__(self): self.t = []
    def write(self, s): self.t.append(s)
w = W(); json.dump([1, {'a': 'b'}], w, indent=1); print(''.join(w.t))
docs = ['', ' ', '1', '-', '-0', '01', '1.5', '1.', '.5', '1e5', '1e', '1E+2', '-1.5e-3', '1e5x', 'nul', 'null', 'nulll', 'true', 'false', 'NaN', 'Infinity', '-Infinity', '-I', '[', '[]', '[1', '[1,', '[1,]', '[1 2]', '[,1]', '[1,,2]', '{', '{}', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a":1 "b"}', "{'a':1}", '{a:1}', '{"a" 1}', '{1:2}', '{"a":}', '{"a":1, "a":2}', '"', '"a', '"a"', '"\\', '"\\"', '"\\x"', '"\\u12"', '"\\u123g"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx\\u0041"', '"\\ud83d\\u0041"', '"\\ud83d\\u00"', '"a\nb"', '"\t"', '"\x1f', '"a\x00b\\', '  [1, 2]  ', '[1] x', '\n\n [1,\n 2,\n x]', '"\\/\\b\\f\\n\\r\\t\\"\\\\"', '{"a": [1, {"b": [null, true]}]}', '[1e400, -1e400, 123456789012345678901234567890]', '\ufeff[]', '[[[[[', ']', '}', 'abc', '[1.2.3]', '+1', '١', '"é"', '{"a":1]', '[1}', '{"a": 1 , }', '[1 , ]', '--1', '1 2', '\x0b1', '"\\u 123"', '"\\u+123"', '"\\u1_23"']
for t in docs: tr(json.loads, t); tr(json.JSONDecoder().raw_decode, t)
for t in ['[1]'.encode(e) for e in ('utf-8', 'utf-16', 'utf-32', 'utf-16-le', 'utf-16-be', 'utf-32-le', 'utf-32-be', 'utf-8-sig')] + [b'\xff', b'', bytearray(b'5'), 5, None, ['a']]: tr(json.loads, t)
print(json.loads('{"a": {"b": 1}, "c": [1.5, 2, NaN]}', object_hook=lambda d: sorted(d.items(), key=str), parse_float=str, parse_int=lambda x: x + '!', parse_constant=lambda c: c))
print(json.loads('{"a": {"b": 1}, "a": 2}', object_pairs_hook=lambda p: p), json.loads('"a\nb"', strict=False), json.JSONDecoder().raw_decode('  [1] x', 2), json.loads('{}', object_pairs_hook=list))
tr(json.JSONDecoder().raw_decode, 'x', -1); tr(json.loads, '[1', cls=json.JSONDecoder); tr(json.JSONDecodeError, 'm', 'a\nb', 3)
e = json.JSONDecodeError('m', 'a\nb', 3); print(e.__reduce__(), e.args, isinstance(e, ValueError), json.JSONDecoder, json.JSONEncoder)
print(json.dumps('é', ensure_ascii=False), json.encoder.encode_basestring_ascii('é"'), json.decoder.scanstring('abc"d', 0) if 0 else json.decoder.scanstring('"abc"d', 1))
class R:
    def read(self): return '[1, 2]'
print(json.load(R()))
deep = '[' * 300 + ']' * 300; print(json.dumps(json.loads(deep)) == deep)
deep = '[' * 5000 + ']' * 5000; print(json.dumps(json.loads(deep)) == deep)
deep = '{"a": ' * 4000 + '1' + '}' * 4000; print(json.dumps(json.loads(deep)) == deep)
for n in 9998, 9999:
    for t in '[' * n + ']' * n, '{"a":' * n + '1' + '}' * n:
        try: json.loads(t); print('ok')
        except RecursionError as e: print(e)
    x = []
    for _ in range(n - 1): x = [x]
    try: json.dumps(x); print('ok')
    except RecursionError as e: print(e)
