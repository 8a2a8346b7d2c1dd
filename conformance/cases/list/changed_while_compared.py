# covers: Emulating container types; __le__; __ge__
import collections, functools, operator, itertools
def show(name, f):
    try: r = f()
    except Exception as e: r = '%s %s' % (type(e).__name__, e)
    r = repr(r); i = r.find(' at 0x')
    print(name, r if i < 0 else r[:i])
muts = {
 'append': lambda l: l.append(9), 'appendpop': lambda l: (l.append(9), l.pop()), 'clear': lambda l: l.clear(), 'appendclear': lambda l: (l.append(1), l.clear()), 'del': lambda l: l.__delitem__(slice(None)), 'setslice': lambda l: l.__setitem__(slice(None), []), 'setslice2': lambda l: l.__setitem__(slice(None), [1]), 'extend0': lambda l: l.extend([]), 'extend': lambda l: l.extend([1]), 'extenddel': lambda l: (l.extend([1, 2]), l.__delitem__(slice(0, 2))), 'insert': lambda l: l.insert(0, 5), 'insertpop': lambda l: (l.insert(0, 5), l.pop(0)), 'reverse': lambda l: l.reverse(), 'sort': lambda l: l.sort(), 'imul': lambda l: l.__imul__(2), 'iadd0': lambda l: l.__iadd__([]), 'iadd': lambda l: l.__iadd__((1,)), 'init': lambda l: l.__init__(), 'init2': lambda l: l.__init__([1]), 'initclear': lambda l: (l.__init__([1]), l.__init__()), 'remove': lambda l: (l.append(1), l.remove(1)), 'none': lambda l: None, 'copy': lambda l: l.copy(), 'look': lambda l: (len(l), list(l), 1 in l, l.index(1) if 1 in l else 0), 'imul0': lambda l: l.__imul__(0), 'gen': lambda l: l.extend(x for x in ()), 'appendset': lambda l: (l.append(1), l.__setitem__(slice(None), [])),
}
class V:
    def __init__(self, v): self.v = v
    def __repr__(self): return 'V%d' % self.v
for mn, m in muts.items():
    for where in ('key', 'lt', 'keyraise', 'ltraise'):
        for items in ([3, 1, 2], [1], []):
            l = [V(x) for x in items] if where.startswith('lt') else list(items)
            def key(x):
                m(l)
                if where == 'keyraise': raise KeyError(x)
                return -x
            def lt(a, b):
                m(l)
                if where == 'ltraise': raise KeyError(1)
                return a.v < b.v
            V.__lt__ = lt
            for rev in (False, True):
                l[:] = [V(x) for x in items] if where.startswith('lt') else list(items)
                try: r = l.sort(key=key, reverse=rev) if where.startswith('key') else l.sort(reverse=rev)
                except Exception as e: r = '%s %s' % (type(e).__name__, e)
                print(mn, where, items, rev, r, l)
# comparisons that change what is compared
for kind in (list, collections.deque):
    for mut in ('a.clear', 'b.clear', 'both', 'a.append', 'b.append', 'a.pop', 'b.pop', 'replace'):
        for ret in (True, False, NotImplemented):
            for op in ('==', '!=', '<', '<=', '>', '>='):
                class X:
                    def __init__(self, n): self.n = n
                    def go(self, other):
                        if mut == 'a.clear': a.clear()
                        elif mut == 'b.clear': b.clear()
                        elif mut == 'both': a.clear(); b.clear()
                        elif mut == 'a.append' and len(a) < 6: a.append(1)
                        elif mut == 'b.append' and len(b) < 6: b.append(1)
                        elif mut == 'a.pop' and a: a.pop()
                        elif mut == 'b.pop' and b: b.pop()
                        elif mut == 'replace' and a and b: a[0] = 0; b[0] = 1
                        return ret
                    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = __ne__ = go
                    __hash__ = None
                for x, y in (([1], [1]), ([1, 2], [1, 2]), ([1, 2, 3], [1, 2])):
                    a, b = kind(map(X, x)), kind(map(X, y))
                    try: r = eval_op(op, a, b) if 0 else {'==': operator.eq, '!=': operator.ne, '<': operator.lt, '<=': operator.le, '>': operator.gt, '>=': operator.ge}[op](a, b)
                    except Exception as e: r = '%s %s' % (type(e).__name__, e)
                    print(kind.__name__, mut, ret, op, len(x), len(y), r, len(a), len(b))
            for meth in ('index', 'count', 'remove', '__contains__'):
                class X:
                    def __eq__(self, other):
                        if mut == 'a.clear': a.clear()
                        elif mut == 'a.append' and len(a) < 6: a.append(1)
                        elif mut == 'a.pop' and a: a.pop()
                        return ret
                a = kind([X(), X(), 1]); b = []
                try: r = getattr(a, meth)(5)
                except Exception as e: r = '%s %s' % (type(e).__name__, str(e)[:40])
                print(kind.__name__, mut, ret, meth, r, len(a))
