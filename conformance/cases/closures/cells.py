# covers: The standard type hierarchy; function.__closure__; function.__code__; code.co_cellvars; code.co_freevars
# Cells: sharing, nonlocal, unbound variables, what functions and cells say about themselves.
def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def read():
        return n
    return up, read


up, read = counter()
up()
up(5)
print(read(), counter()[1](), up.__closure__[0] is read.__closure__[0], up.__code__.co_freevars, counter.__code__.co_cellvars)
cell = up.__closure__[0]
print(cell.cell_contents, type(cell).__name__)
cell.cell_contents = 100
print(read())
del cell.cell_contents
for f in (read, lambda: cell.cell_contents, up):
    try:
        f()
    except (NameError, ValueError) as e:
        print(type(e).__name__, e)


def late():
    def use():
        return value
    try:
        use()
    except NameError as e:
        print(type(e).__name__, e, e.name)
    value = 1
    print(use())
    del value
    try:
        use()
    except NameError as e:
        print(e)
    try:
        value
    except UnboundLocalError as e:
        print(e)
    value = 2
    return use


print(late()())
def f():
    print(local)
    local = 1
try:
    f()
except UnboundLocalError as e:
    print(e, e.name)
glob = 1
def g():
    global glob, fresh
    glob += 1
    fresh = "made"
    def h():
        return glob
    del glob
    try:
        h()
    except NameError as e:
        print(e)
g()
print(fresh)
def deep(a):
    def b():
        def c():
            def d():
                return a
            return d
        return c
    return b
print(deep("through four")()()(), deep(1).__closure__[0].cell_contents)
import types
made = types.CellType(5)
empty = types.CellType()
print(made.cell_contents, made == types.CellType(5), made < types.CellType(6), empty == types.CellType(), empty < made, made != empty)
func = types.FunctionType(read.__code__, {}, "renamed", None, (made,))
print(func(), func.__name__, func.__closure__[0] is made)
for args in ((read.__code__, {}), (read.__code__, {}, None, None, ()), (read.__code__, {}, None, None, (5,)), (f.__code__, {}, None, None, (made,)), (5, {}), (f.__code__, 5), (f.__code__, {}, 5)):
    try:
        types.FunctionType(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
def args_as_cells(a, *args, b=2, **kw):
    return lambda: (a, args, b, kw)
print(args_as_cells(1, 2, b=3, z=4)())
