# covers: The standard type hierarchy; function.__code__; code.co_argcount; code.co_posonlyargcount; code.co_kwonlyargcount; code.co_code; code.co_consts; code.co_filename; code.co_firstlineno; code.co_flags; code.co_lnotab; code.co_names; code.co_nlocals; code.co_stacksize; code.co_varnames; code.co_cellvars; code.co_freevars
# What a code object tells of a function: parameters, names, constants, place.
import types


def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    "doc"
    x = a + b

    def inner():
        return x + z

    z = [c, "s", 1.5, (1, 2), None, args, d, e, kw]
    return inner().missing


class A:
    def method(self):
        return super().__init__()

    def generator(self):
        yield 1

    async def coroutine(self):
        await self

    async def both(self):
        yield 1


def nothing():
    pass


def show(code):
    print(code.co_name, code.co_qualname, code.co_filename.rsplit("/")[-1], code.co_firstlineno)
    print(code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_nlocals)
    print(code.co_varnames, code.co_names, code.co_freevars, code.co_cellvars)
    print([c for c in code.co_consts if not isinstance(c, types.CodeType)], hex(code.co_flags))


show(f.__code__)
show(next(c for c in f.__code__.co_consts if isinstance(c, types.CodeType)))
for name in ("method", "generator", "coroutine", "both"):
    show(vars(A)[name].__code__)
show(nothing.__code__)
show(compile("import os\nx: int = os.name", "file", "exec"))
code = f.__code__
print(type(code.co_lnotab))
print(type(code.co_code), len(code.co_code) > 0, type(code.co_stacksize), code.co_stacksize > 0)
print(len(list(code.co_positions())) == len(code.co_code) // 2)
print(sorted({line for _, _, line in code.co_lines() if line}))
print(all(start < end for start, end, _ in code.co_lines()))
print(code.replace(co_name="g").co_name, code.replace() == code, code.replace(co_name="g") == code)
