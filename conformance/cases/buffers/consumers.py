# covers: Emulating buffer types; __buffer__; __release_buffer__
import sys
log = []
sys.unraisablehook = lambda u: log.append(('unraisable', type(u.exc_value).__name__))
class L:
    def __init__(self, data, name='L'): self.data = data; self.name = name
    def __buffer__(self, flags):
        log.append(('get', self.name, flags)); return memoryview(self.data)
    def __release_buffer__(self, view):
        log.append(('rel', self.name, type(view).__name__, bytes(view)))
class NoRel:
    def __init__(self, data): self.data = data
    def __buffer__(self, flags): return memoryview(self.data)
class Same:
    def __init__(self, data): self.v = memoryview(data)
    def __buffer__(self, flags): return self.v
class Raises:
    def __buffer__(self, flags): raise KeyError('x')
class NonMV:
    def __buffer__(self, flags): return b'ab'
class Halfway:
    def __buffer__(self, flags): return memoryview(b'abcdef')[::2]
class ItoB:
    def __index__(self): return 98
    def __buffer__(self, flags): return memoryview(b'cd')
class BadIndex:
    def __index__(self): raise ZeroDivisionError('i')
class BadIndexB(BadIndex):
    def __buffer__(self, flags): return memoryview(b'cd')
class SubBA(bytearray):
    def __buffer__(self, flags):
        log.append('subget'); return super().__buffer__(flags)
    def __release_buffer__(self, view):
        log.append(('subrel', bytes(view))); super().__release_buffer__(view)
class SubB(bytes):
    def __buffer__(self, flags): return memoryview(b'other')
class RelOnly(bytearray):
    def __release_buffer__(self, view):
        log.append(('relonly', bytes(view)))
        try: memoryview(view)
        except Exception as e: log.append(repr(e))
        try: view[1:]
        except Exception as e: log.append(repr(e))
        super().__release_buffer__(view)
class RelB(bytes):
    def __release_buffer__(self, view): log.append(('relb', bytes(view)))
class RelRaises:
    def __buffer__(self, flags): return memoryview(b'rr')
    def __release_buffer__(self, view): raise KeyError('rel')
rel = memoryview(b'zz'); rel.release()
def args():
    yield 'L(cd)', lambda: L(b'cd')
    yield 'L(ba)', lambda: L(bytearray(b'c'))
    yield 'NoRel', lambda: NoRel(b'cd')
    yield 'NoRelempty', lambda: NoRel(b'')
    yield 'Same', lambda: Same(b'cd')
    yield 'Raises', Raises
    yield 'NonMV', NonMV
    yield 'Halfway', Halfway
    yield 'ItoB', ItoB
    yield 'BadIndex', BadIndex
    yield 'BadIndexB', BadIndexB
    yield 'SubBA', lambda: SubBA(b'cd')
    yield 'SubB', lambda: SubB(b'cd')
    yield 'RelOnly', lambda: RelOnly(b'cd')
    yield 'RelB', lambda: RelB(b'cd')
    yield 'RelRaises', RelRaises
    yield 'released', lambda: rel
    yield 'mv', lambda: memoryview(b'cd')
    yield 'mvba', lambda: memoryview(bytearray(b'cd'))
    yield 'mv2', lambda: memoryview(b'cdcd')[::2]
    yield 'mvH', lambda: memoryview(b'cdcd').cast('H')
    yield 'bytes', lambda: b'cd'
    yield 'ba', lambda: bytearray(b'cd')
    yield 'str', lambda: 'cd'
    yield 'int', lambda: 99
    yield 'big', lambda: 10**30
    yield 'neg', lambda: -1
    yield '256', lambda: 256
    yield 'float', lambda: 1.5
    yield 'none', lambda: None
    yield 'list', lambda: [99, 100]
    yield 'listbad', lambda: [99, 'a']
    yield 'tuple', lambda: (b'x', L(b'ab'), b'cd')
    yield 'tbad', lambda: (1,)
ops = {
 'add': lambda s, x: s + x,
 'radd': lambda s, x: x + s,
 'iadd': lambda s, x: s.__iadd__(x) if hasattr(s, '__iadd__') else None,
 'in': lambda s, x: x in s,
 'eq': lambda s, x: (s == x, s != x, x == s),
 'lt': lambda s, x: s < x, 'ge': lambda s, x: s >= x,
 'deq': lambda s, x: (s.__eq__(x), s.__lt__(x)),
 'join': lambda s, x: s.join([b'1', x, b'2']),
 'join1': lambda s, x: s.join([x]),
 'joinof': lambda s, x: s.join(x),
 'replace': lambda s, x: s.replace(x, b'XX'), 'replace2': lambda s, x: s.replace(b'b', x),
 'replace3': lambda s, x: s.replace(x, x, 'z'),
 'translate': lambda s, x: s.translate(x), 'translate2': lambda s, x: s.translate(None, x), 'trans3': lambda s,x: s.translate(None, delete=x),
 'maketrans': lambda s, x: s.maketrans(x, b'xy')[95:105], 'mk2': lambda s, x: s.maketrans(b'xy', x)[115:125],
 'init': lambda s, x: type(s)(x),
 'int': lambda s, x: int(x), 'float': lambda s, x: float(x), 'strd': lambda s, x: str(x, 'ascii'), 'int16': lambda s, x: int(x, 16),
 'pctb': lambda s, x: b'%b' % x if not isinstance(x, tuple) else 0, 'pctc': lambda s, x: b'%c' % x if not isinstance(x, tuple) else 0,
 'pcts': lambda s, x: b'%s|%a' % (x, 1),
 'center': lambda s, x: s.center(8, x), 'ljust': lambda s, x: s.ljust(8, x),
 'mv': lambda s, x: bytes(memoryview(x)), 'mvobj': lambda s, x: type(memoryview(x).obj).__name__,
 'mveq': lambda s, x: (memoryview(b'cd') == x, memoryview(b'cd') != x),
 'frombytes': lambda s, x: int.from_bytes(x, 'big'),
 'extend': lambda s, x: s.extend(x), 'setslice': lambda s, x: s.__setitem__(slice(1, 2), x), 'ssx': lambda s, x: s.__setitem__(slice(0, 4, 2), x),
 'mvset': lambda s, x: memoryview(s).__setitem__(slice(0, 2), x),
 'bytesof': lambda s, x: bytes(x), 'bytearrayof': lambda s, x: bytearray(x),
 'fromhex': lambda s, x: s.fromhex(x),
 'hexsep': lambda s, x: s.hex(x), 'hexsep2': lambda s, x: s.hex(':', x),'mvhex': lambda s, x: memoryview(s).hex(x),
 'ude': lambda s, x: UnicodeDecodeError('a', x, 0, 1, 'r'),
 'find2': lambda s, x: s.find(b'c', x), 'find3': lambda s, x: s.find(b'c', 0, x), 'find4': lambda s, x: s.find(x, x, x), 'sw2': lambda s, x: s.startswith(x, 'q'),
 'split2': lambda s, x: s.split(b'c', x), 'split3': lambda s, x: s.split(x, x), 'splitkw': lambda s, x: s.split(sep=x, maxsplit=1),
 'slines': lambda s, x: s.splitlines(x), 'exptabs': lambda s, x: s.expandtabs(x), 'zfill': lambda s, x: s.zfill(x) if x != 10**30 else 0,
 'mul': lambda s, x: s * x if x != 10**30 else 0, 'getitem': lambda s, x: s[x], 'append': lambda s, x: s.append(x), 'insert': lambda s,x: s.insert(x, 1), 'remove': lambda s,x: s.remove(x), 'pop': lambda s,x: s.pop(x),
 'decode': lambda s, x: s.decode(x), 'decode2': lambda s, x: s.decode('ascii', x), 'count2': lambda s, x: s.count(b'', x, x),
}
for n in 'find rfind index rindex count split rsplit partition rpartition strip lstrip rstrip startswith endswith removeprefix removesuffix'.split():
    ops[n] = (lambda n: lambda s, x: getattr(s, n)(x))(n)
ops['startswith3'] = lambda s, x: s.startswith(x, 1, 3)
class SB(bytes): pass
class SBA(bytearray): pass
recs = {"bytes": lambda: b"abcdab", "ba": lambda: bytearray(b"abcdab")}

def show(v):
    if isinstance(v, tuple): return '(' + ', '.join(map(show, v)) + ')'
    if isinstance(v, list): return '[' + ', '.join(map(show, v)) + ']'
    r = repr(v)
    i = r.find(' at 0x')
    return type(v).__name__ + ":" + (r if i < 0 else r[:i])
for rn, mk in recs.items():
    for on, op in ops.items():
        for an, a in args():
            s = mk()
            log.clear()
            x = a()
            try:
                r = show(op(s, x))
            except Exception as e:
                r = type(e).__name__ + " " + str(e).split(" at 0x")[0]
            x = None
            print(rn, on, an, '->', r, bytes(s), log)
            del r
