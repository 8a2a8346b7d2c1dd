# covers: The standard type hierarchy; frame.f_locals
"""Generators that loops ask for items: nested, recursive, left early, raising, looking at frames."""

import sys

def g():
    try:
        x = yield 1
        print('got', x)
        yield 2
        raise StopIteration(5)
    finally: print('fin')
try:
    for v in g(): print(v)
except RuntimeError as e: print(repr(e), repr(e.__cause__))
def h():
    try:
        raise KeyError('k')
    except KeyError:
        yield 1
        try: raise
        except KeyError as e: print('re', e)
        yield 2
for v in h(): print(v)
def rec(n):
    if n:
        yield n
        yield from rec(n-1)
print(list(rec(5)))
def inf():
    g1 = None
    def gg():
        for z in g1: yield z
    g1 = gg()
    for q in g1: print(q)
try: inf()
except ValueError as e: print(e)
def fr():
    yield sys._getframe().f_code.co_name
    yield sys._getframe(1).f_code.co_name
for n in fr(): print(n)
def deepgen(n):
    if n == 0: yield 'bottom'
    else:
        for x in deepgen(n-1): yield x
print(list(deepgen(200)))
for brk in g():
    break
print('end')
try: list(deepgen(3000))
except RecursionError as e: print('rec')


class Noted:
    def __init__(self, name): self.name = name
    def __del__(self): print('gone', self.name)

def holds():
    noted = Noted('local')
    yield 1
    raise ValueError('inside')

try:
    for item in holds(): print(item)
except ValueError as error:
    print('caught', error, [t for t in sorted(error.__traceback__.tb_next.tb_frame.f_locals)])
print('after')

def counts():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    return received

def delegates():
    result = yield from counts()
    print('result', result)

for item in delegates(): print(item)
gen = delegates()
print(next(gen), gen.send('a'), gen.send('b'))
try: gen.send('c')
except StopIteration: print('stopped')

def twice(): 
    for x in (1, 2): yield x

it = twice()
for x in it:
    print(x, it.gi_running, next(it, 'none'))
print([*it], list(zip(twice(), twice())))
