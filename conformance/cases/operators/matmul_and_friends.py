# covers: Emulating numeric types
# Every binary operator with a left, a reflected and an in-place method, and its message without them.
ops = {"add": "+", "sub": "-", "mul": "*", "matmul": "@", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "lshift": "<<", "rshift": ">>", "and": "&", "xor": "^", "or": "|"}
import operator
functions = {n: getattr(operator, n + "_" if n in ("and", "or") else n) for n in ops}
inplace = {n: getattr(operator, "i" + n) for n in ops}
def method(label, answer=None):
    return lambda self, other, *rest: (label, type(other).__name__) if answer is None else answer
L = type("L", (), {f"__{n}__": method(n) for n in ops})
R = type("R", (), {f"__r{n}__": method("r" + n) for n in ops})
I = type("I", (), {f"__i{n}__": method("i" + n) for n in ops})
N = type("N", (), {f"__{p}{n}__": method("", NotImplemented) for n in ops for p in ("", "r", "i")})
for n, sign in ops.items():
    out = [functions[n](L(), 1), functions[n](1, R()), inplace[n](I(), 1), inplace[n](L(), 1), inplace[n](1, R()), functions[n](L(), R()), functions[n](N(), R())]
    print(sign, *(o[0] for o in out))
    for f, a, b in ((functions[n], N(), N()), (inplace[n], N(), 1), (functions[n], "x", None), (inplace[n], object, [])):
        try:
            f(a, b)
            print("no error")
        except TypeError as e:
            print("  ", e)
