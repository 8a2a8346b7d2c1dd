# covers: Emulating buffer types; __buffer__; __release_buffer__
import weakref
import sys
log = []
sys.unraisablehook = lambda u: log.append(('unraisable', type(u.exc_value).__name__))
def run(name, f):
    log.clear()
    try: r = f()
    except Exception as e: r = repr(e)
    r = repr(r)
    i = r.find(' at 0x')
    print(name, r if i < 0 else r[:i], log)
class L:
    def __init__(self, data=b'abcd'): self.d = data
    def __buffer__(self, flags): log.append(('get', flags)); return memoryview(self.d)
    def __release_buffer__(self, v): log.append(('rel', bytes(v)))
class Keep:
    def __init__(self): self.v = memoryview(bytearray(b'abcd')); self.held = 0
    def __buffer__(self, flags):
        if self.held: raise TypeError('already held')
        self.held = 1; return self.v
    def __release_buffer__(self, v):
        log.append(('rel', v is self.v)); self.held = 0
def t1():
    l = L(); m = memoryview(l); n = m[1:3]; m.release(); log.append('one'); n.release(); log.append('two'); return type(m)
run('t1', t1)
def t2():
    l = L(); m = memoryview(l); n = memoryview(m); del m; log.append('a'); del n; log.append('b')
run('t2', t2)
def t3():
    k = Keep(); m = memoryview(k)
    try: k.v.release()
    except BufferError as e: log.append(str(e))
    try: memoryview(k)
    except TypeError as e: log.append(str(e))
    m.release(); k.v.release()
    return k.held
run('t3', t3)
def t4():
    m = memoryview(b'abc'); n = m.__buffer__(0)
    log.append((n.obj is m, n.tolist()))
    try: m.release()
    except BufferError as e: log.append(str(e))
    p = n[1:]
    n.release()
    try: m.release()
    except BufferError as e: log.append(str(e))
    p.release(); m.release()
run('t4', t4)
def t5():
    a = bytearray(b'abc'); m = a.__buffer__(0); log.append(m.obj is a)
    try: a.append(1)
    except BufferError as e: log.append(str(e))
    a.__release_buffer__(m); a.append(2)
    try: a.__release_buffer__(m)
    except ValueError as e: log.append(str(e))
    try: a.__release_buffer__(memoryview(b''))
    except ValueError as e: log.append(str(e))
    try: a.__release_buffer__(5)
    except TypeError as e: log.append(str(e))
    try: m.tolist()
    except ValueError as e: log.append(str(e))
    return a
run('t5', t5)
for fl in (0, 1, 4, 8, 12, 16, 24, 0x20, 0x38, 0x58, 0x98, 284, 285, 2**31, -2**31-1, -1, 'a', None, 2**70):
    run(('bytes', fl), lambda: b'ab'.__buffer__(fl))
    run(('ba', fl), lambda: bytearray(b'ab').__buffer__(fl).readonly)
    run(('mv', fl), lambda: memoryview(b'ab').__buffer__(fl).tobytes())
    run(('mvs', fl), lambda: memoryview(bytearray(b'abcd'))[::2].__buffer__(fl).tobytes())
    run(('mvH', fl), lambda: (lambda m: (m.format, m.shape, m.ndim, m.itemsize))(memoryview(bytearray(b'abcd')).cast('H').__buffer__(fl)))
    run(('mv2d', fl), lambda: (lambda m: (m.format, m.shape, m.ndim, m.itemsize))(memoryview(bytearray(b'abcd')).cast('B', [2, 2]).__buffer__(fl)))
class S(bytearray):
    def __buffer__(self, flags): log.append('g'); return super().__buffer__(flags)
    def __release_buffer__(self, v): log.append(('r', bytes(v))); super().__release_buffer__(v)
def t6():
    s = S(b'hello'); m = memoryview(s); log.append(m.obj is s); n = m[2:]
    try: s.clear()
    except BufferError as e: log.append(str(e))
    m.release(); log.append('m'); n.release(); log.append('n'); s.clear(); return s
run('t6', t6)
class M(bytes):
    def __buffer__(self, flags): return memoryview(b'zz')
run('t7', lambda: (bytes(M(b'a')), memoryview(M(b'a')).tobytes(), b'' + M(b'a'), M(b'a') + b'', M(b'q') == b'zz'))
def t8():
    m = memoryview(b'abc'); r = weakref.ref(m, lambda _: log.append('dead')); log.append(r() is m); del m; return r()
run('t8', t8)
class Rel:
    def __buffer__(self, f): return memoryview(b'abc')
    def __release_buffer__(self, v): raise ValueError('never')
run('t9', lambda: bytes(Rel()))
class NoneB: __buffer__ = None
run('t10', lambda: memoryview(NoneB()))
run('t10b', lambda: bytes(NoneB()))
run('t10c', lambda: b'' + NoneB())
class Meta(type):
    def __buffer__(cls, f): return memoryview(b'meta')
class WithMeta(metaclass=Meta): pass
run('t11', lambda: bytes(WithMeta))
class Inst: pass
i = Inst(); i.__buffer__ = lambda f: memoryview(b'')
run('t12', lambda: memoryview(i))
class Stop:
    def __init__(self, v, n=1): self.v = v; self.n = n
    def __index__(self): self.v.release(); return self.n
def mk(): return memoryview(bytearray(b'abcd'))
def t13():
    v = mk(); return bytes(v[Stop(v):])
run('t13', t13)
def t14():
    v = mk(); return v[Stop(v)]
run('t14', t14)
def t15():
    v = mk(); v[Stop(v)] = 1
run('t15', t15)
def t16():
    v = mk(); v[0] = Stop(v)
run('t16', t16)
def t17():
    v = mk(); v[Stop(v):] = b'bcd'
run('t17', t17)
def t18():
    v = mk(); return v.tobytes(order='C') + bytes(v.cast('H', [Stop(v)]))
run('t18', t18)
def t19():
    v = mk(); return v.hex(':', Stop(v))
run('t19', t19)
def t20():
    v = mk(); it = iter(v); next(it); v.release(); return next(it)
run('t20', t20)
def t21():
    v = mk(); w = v.toreadonly(); v.release(); return bytes(w), w.readonly, w.obj
run('t21', t21)
def t22():
    with memoryview(L()) as v: return bytes(v)
run('t22', t22)
def t23():
    a = bytearray(b'ab'); v = memoryview(a); w = v[:1]
    v.release()
    try: a.append(1)
    except BufferError as e: log.append(str(e))
    w.release(); a.append(1); return a
run('t23', t23)
def t24():
    v = memoryview(L()); return repr(v.obj)[:30], type(v.obj)
run('t24', t24)
for a in (b'a', bytearray(b'a'), memoryview(b'a'), M(b'a'), L(b'a')):
    for b in (b'a', bytearray(b'b'), memoryview(b'a'), 'a', 1, None, memoryview(b'ab')[::2], memoryview(b'aa').cast('H')):
        for op in ('lt', 'le', 'gt', 'ge', 'eq', 'ne'):
            run((op, type(a).__name__, type(b).__name__), lambda: getattr(a, '__%s__' % op)(b))
        run(('<', type(a).__name__, type(b).__name__), lambda: a < b)
        run(('>=', type(a).__name__, type(b).__name__), lambda: a >= b)
        run(('==', type(a).__name__, type(b).__name__), lambda: a == b)
def t25():
    a = bytearray(b'abc')
    a += a
    return a
run('t25', t25)
def t26():
    a = bytearray(b'abc'); a.extend(a); return a
run('t26', t26)
def t27():
    a = bytearray(b'abc'); a.extend(memoryview(a)); return a
run('t27', t27)
def t28():
    a = bytearray(b'abc'); a[1:1] = a; return a
run('t28', t28)
def t29():
    a = bytearray(b'abc'); a[1:1] = memoryview(a); return a
run('t29', t29)
def t30():
    a = bytearray(b'abc'); a += memoryview(a); return a
run('t30', t30)
def t31():
    a = bytearray(b'abc'); m = memoryview(a); a.__init__(b'xyz'); return a
run('t31', t31)
def t32():
    a = bytearray(b'abc'); m = memoryview(a); a[:] = b'xyz'; a[0] = 1; return a, bytes(m)
run('t32', t32)
def t33():
    a = bytearray(b'abc'); m = memoryview(a); a.reverse(); a *= 1; return a
run('t33', t33)
def t34():
    a = bytearray(b'abc'); m = memoryview(a); a *= 2; return a
run('t34', t34)
def t35():
    m = memoryview(b'ab'); hash(m); m.release(); return hash(m) == hash(b'ab')
run('t35', t35)
def t36(): m = memoryview(b'ab'); m.release(); m.release(); return m.__exit__(1,2,3), m
run('t36', t36)
for n in 'obj nbytes readonly itemsize format ndim shape strides suboffsets c_contiguous f_contiguous contiguous'.split():
    run(('rel', n), lambda: getattr(rel, n))
rel = memoryview(b''); rel.release()
for n in 'obj nbytes readonly itemsize format ndim shape strides suboffsets c_contiguous f_contiguous contiguous'.split():
    run(('rel', n), lambda: getattr(rel, n))
run('memoryview no', lambda: memoryview())
run('memoryview kw', lambda: memoryview(object=b'a').tobytes())
class D:
    def __buffer__(self, f): return memoryview(self.x)
d = D()
run('attr', lambda: memoryview(d))
d.x = d
run('rec', lambda: memoryview(d))
