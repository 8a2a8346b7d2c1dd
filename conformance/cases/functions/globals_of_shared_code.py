# covers: The standard type hierarchy
# Functions of one code object that have other globals and built-ins: each call looks in its own.
import types


def read():
    return x


def length():
    return len("abc")


def make():
    def inner():
        return x
    return inner


def shown(call):
    try:
        return call()
    except NameError as error:
        return str(error)


first = types.FunctionType(read.__code__, {"x": 1})
second = types.FunctionType(read.__code__, {"y": 2})
third = types.FunctionType(read.__code__, {"y": 3, "x": 4})
fourth = types.FunctionType(read.__code__, {"x": 5, "y": 6})
for _ in range(3):
    print([shown(call) for call in (first, second, third, fourth)])

usual = types.FunctionType(length.__code__, {"z": 1})
hidden = types.FunctionType(length.__code__, {"len": lambda text: text + "!"})
other = types.FunctionType(length.__code__, {"__builtins__": {"len": lambda text: text * 2}})
bare = types.FunctionType(length.__code__, {"__builtins__": {"max": max}})
for _ in range(3):
    print([shown(call) for call in (usual, hidden, other, bare)])

code = compile("def f():\n    return a, len\nr = f()[0]\nb = r\nr = b", "<made>", "exec")
for a in range(3):
    space = {"a": a} if a != 1 else {"len": "mine", "a": a}
    exec(code, space)
    print(space["r"], space["b"], space["f"]()[1] == "mine")

code = compile("a + b", "<made>", "eval")
for space in ({"a": 1, "b": 2}, {"b": 10, "a": 20}, {"c": 0, "b": 1, "a": 5}, {"a": 1}):
    print(shown(lambda: eval(code, space)), shown(lambda: eval(code, space, {"b": 100})))

makers = [types.FunctionType(make.__code__, {"x": n}) for n in range(2)]
inner = [maker() for maker in makers] + [types.FunctionType(makers[0]().__code__, {"q": 1, "x": 9})]
for _ in range(2):
    print([shown(call) for call in inner])

# A global that comes, changes and goes.
space = {}
function = types.FunctionType(read.__code__, space)
print(shown(function))
space["x"] = 1
print(shown(function))
space["x"] = 2
print(shown(function))
del space["x"]
print(shown(function))
space["__builtins__"] = {"x": 3}
print(shown(function))
space["x"] = 4
print(shown(function))
