# covers: Coroutines; Asynchronous Iterators; Asynchronous Context Managers; __await__; __aiter__; __anext__; __aenter__; __aexit__
# async def, await, async for, async with, asynchronous comprehensions and generators, and what they refuse.
import sys
def run(c):
    log=[]
    try:
        v=None
        while True: log.append(c.send(v)); v=len(log)
    except StopIteration as e: return log, e.value
class Aw:
    def __init__(s,n): s.n=n
    def __await__(s):
        r = yield s.n
        return r
async def f(x):
    a = await Aw(x)
    b = await Aw(x+1)
    return a,b
print(run(f(5)))
class It:
    def __init__(s,n): s.i=0; s.n=n
    def __aiter__(s): return s
    async def __anext__(s):
        if s.i==s.n: raise StopAsyncIteration
        s.i+=1
        await Aw('n%d'%s.i)
        return s.i
async def g():
    out=[]
    async for i in It(3):
        if i==2: continue
        out.append(i)
    else: out.append('else')
    l=[x async for x in It(3) if x!=1]
    d={x:y async for x in It(2) async for y in It(2)}
    e=[await Aw(k) for k in range(2)]
    return out,l,d,e
print(run(g()))
async def ag():
    for i in range(3):
        v = yield i
        await Aw('w')
        if v: print('got',v)
async def h():
    r=[x async for x in ag()]
    a=ag()
    r.append(await a.asend(None)); r.append(await a.asend('hey'))
    await a.aclose()
    ge=(x*2 async for x in ag())
    r.append([z async for z in ge])
    r.append([[q async for q in ag()] for _ in range(2)])
    return r
print(run(h()))
class CM:
    def __init__(s, sup=False): s.sup=sup
    async def __aenter__(s): await Aw('enter'); return 'val'
    async def __aexit__(s,*a): print('exit', a[0]); await Aw('exit'); return s.sup
async def w():
    async with CM() as v, CM(True) as v2:
        print(v, v2); raise KeyError(1)
    async with CM() as v:
        return 'ret'
print(run(w()))
c=f(1); print(c.cr_frame is not None, c.cr_code.co_flags&0x80, c.cr_await, c.cr_running, c.cr_suspended)
print(c.send(None), type(c.cr_await).__name__); 
try: c.throw(ValueError('x'))
except ValueError as e: print('VE', e)
try: run(c)
except RuntimeError as e: print(e)
async def bad():
    async with 5: pass
try: run(bad())
except TypeError as e: print(e)
async def bad2():
    async for x in 5: pass
try: run(bad2())
except TypeError as e: print(e)
async def bad3(): await 5
try: run(bad3())
except TypeError as e: print(e)
class N:
    def __aenter__(s): return 4
    async def __aexit__(s,*a): pass
async def bad4():
    async with N(): pass
try: run(bad4())
except TypeError as e: print(e)
print(ag.__code__.co_flags & 0x200, type(ag()))
