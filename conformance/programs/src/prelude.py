import gc
import sys
import weakref

fuel = 0
lines = 0


class Stop(Exception):
    pass


class Plain:
    pass


def log(*words):
    global lines
    lines += 1
    if lines < 400:
        print(*words)


def step(name):
    global fuel
    fuel -= 1
    if fuel < 0:
        raise Stop(name)
    log(' .', name)


def name_of(c):
    return type.__dict__['__name__'].__get__(c)


def order_of(c):
    return type.__dict__['__mro__'].__get__(c)


PLAIN = (int, float, complex, str, bytes, bytearray, bool, range, type(None), type(...), type(NotImplemented))
BASES = (int, float, complex, str, bytes, bytearray)


def cut(text):
    if len(text) > 160:
        return text[:160] + '...' + str(len(text))
    return text


def show(x, depth=3):
    c = type(x)
    for plain in PLAIN:
        if c is plain:
            return cut(repr(x))
    if depth == 0:
        return '...'
    depth -= 1
    for b in order_of(c):
        word = '' if b is c else name_of(c)
        if b is list or b is tuple:
            n = b.__len__(x)
            items = [show(b.__getitem__(x, i), depth) for i in range(min(n, 8))]
            return word + name_of(b) + str(n) + '(' + ', '.join(items) + ')'
        if b is dict:
            items = [show(k, depth) + ': ' + show(v, depth) for k, v in list(dict.items(x))[:8]]
            return word + '{' + ', '.join(items) + '}' + str(dict.__len__(x))
        if b is set or b is frozenset:
            items = sorted([show(i, depth) for i in b.__iter__(x)])
            return word + name_of(b) + '(' + ', '.join(items[:8]) + ')'
        if b is type:
            return 'class ' + name_of(x)
        if b is BaseException:
            return name_of(c) + show(BaseException.__dict__['args'].__get__(x), depth)
        for plain in BASES:
            if b is plain:
                return word + '(' + cut(b.__repr__(x)) + ')'
    return '<' + name_of(c) + '>'


def describe(e):
    global fuel
    fuel = 30
    text = name_of(type(e)) + ': '
    try:
        text += cut(str(e))
    except BaseException as other:
        text += '? ' + name_of(type(other))
    fuel = 30
    for link in ('__cause__', '__context__'):
        other = BaseException.__dict__[link].__get__(e)
        if other is not None:
            text += ' ' + link[2:7] + ' ' + name_of(type(other))
    return text


def attempt(label, work):
    global fuel
    fuel = 40
    try:
        result = work()
    except BaseException as e:
        print(label, '!', describe(e))
    else:
        fuel = 30
        print(label, '=', show(result))
        return result


def make(label, c, work):
    made = attempt(label, work)
    if made is None:
        made = attempt(label, c)
    if made is None:
        made = Plain()
    return made


def failed(label, e):
    print(label, '!', describe(e))


def unraisable(u):
    print('  unraisable', name_of(type(u.exc_value)), u.err_msg)


def gone(name):
    def callback(ref):
        log('  gone', name, ref() is None)
    return callback


sys.unraisablehook = unraisable
L = [1, 2, 3]
D = {'a': 1, 2: 'b'}
S = {1, 2}
refs = []
v0 = v1 = v2 = None
gc.disable()
