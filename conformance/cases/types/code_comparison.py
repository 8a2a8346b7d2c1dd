# covers: The standard type hierarchy; code.co_consts; code.co_code
# Code objects are alike if they do the same under the same name at the same line.
def compiled(text, name="f"):
    namespace = {}
    exec(text, namespace)
    return namespace[name].__code__


BASE = "def f(a, b=1):\n    'doc'\n    return a + 1, 0.0, (1, 2), 'x'\n"
base = compiled(BASE)
OTHERS = {
    "the same": BASE,
    "another default": BASE.replace("b=1", "b=2"),
    "a line below": "\n" + BASE,
    "another name": BASE.replace("def f", "def g"),
    "another parameter": BASE.replace("a, b", "a, c"),
    "another constant": BASE.replace("'x'", "'y'"),
    "a float for an int": BASE.replace("a + 1", "a + 1.0"),
    "True for 1": BASE.replace("(1, 2)", "(True, 2)"),
    "-0.0": BASE.replace("0.0", "-0.0"),
    "another docstring": BASE.replace("doc", "dog"),
    "another operator": BASE.replace("a + 1", "a - 1"),
    "wider by a blank": BASE.replace("a + 1", "a +  1"),
}
for what, text in OTHERS.items():
    other = compiled(text, "g" if "def g" in text else "f")
    print(what, base == other, base != other, other is base)
print(hash(base) == hash(compiled(BASE)), len({base, compiled(BASE)}), base == 1, base == BASE)
print(base.replace() == base, base.replace(co_name="g") == base, base.replace(co_firstlineno=9) == base)
print(base.replace(co_consts=base.co_consts) == base, base.co_consts[0])
f = lambda: 1
f.__code__ = base.replace(co_consts=tuple("z" if c == "x" else c for c in base.co_consts))
print(f(1, 2))
for changes in ({"co_consts": [1]}, {"co_names": [1]}, {"co_code": ""}, {"co_argcount": 99}, {"co_flags": -1},
                {"co_varnames": ("a",)}, {"co_freevars": None}, {"co_nlocals": "a"}, {"co_stacksize": -1}):
    try:
        base.replace(**changes)
    except (TypeError, ValueError) as error:
        print(changes, type(error).__name__, error)
try:
    base < base
except TypeError as error:
    print(error)
