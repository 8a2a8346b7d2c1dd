# covers: Emulating numeric types; __sub__; __mul__; __matmul__; __truediv__; __floordiv__; __mod__; __divmod__; __pow__; __lshift__; __rshift__; __and__; __xor__; __or__; __rsub__; __rmul__; __rmatmul__; __rtruediv__; __rfloordiv__; __rmod__; __rdivmod__; __rpow__; __rlshift__; __rrshift__; __rand__; __rxor__; __ror__; __iadd__; __isub__; __imul__; __imatmul__; __itruediv__; __ifloordiv__; __imod__; __ipow__; __ilshift__; __irshift__; __iand__; __ixor__; __ior__; __neg__; __pos__; __abs__; __invert__
# Each method of an operator is asked by its operator, on the left, on the right and in place.
import operator

BINARY = "add sub mul matmul truediv floordiv mod pow lshift rshift and xor or".split()
SIGNS = dict(zip(BINARY, "+ - * @ / // % ** << >> & ^ |".split()))


class Full:
    def __add__(self, other): return "__add__", other
    def __sub__(self, other): return "__sub__", other
    def __mul__(self, other): return "__mul__", other
    def __matmul__(self, other): return "__matmul__", other
    def __truediv__(self, other): return "__truediv__", other
    def __floordiv__(self, other): return "__floordiv__", other
    def __mod__(self, other): return "__mod__", other
    def __divmod__(self, other): return "__divmod__", other
    def __pow__(self, other, modulo=None): return "__pow__", other, modulo
    def __lshift__(self, other): return "__lshift__", other
    def __rshift__(self, other): return "__rshift__", other
    def __and__(self, other): return "__and__", other
    def __xor__(self, other): return "__xor__", other
    def __or__(self, other): return "__or__", other
    def __radd__(self, other): return "__radd__", other
    def __rsub__(self, other): return "__rsub__", other
    def __rmul__(self, other): return "__rmul__", other
    def __rmatmul__(self, other): return "__rmatmul__", other
    def __rtruediv__(self, other): return "__rtruediv__", other
    def __rfloordiv__(self, other): return "__rfloordiv__", other
    def __rmod__(self, other): return "__rmod__", other
    def __rdivmod__(self, other): return "__rdivmod__", other
    def __rpow__(self, other, modulo=None): return "__rpow__", other, modulo
    def __rlshift__(self, other): return "__rlshift__", other
    def __rrshift__(self, other): return "__rrshift__", other
    def __rand__(self, other): return "__rand__", other
    def __rxor__(self, other): return "__rxor__", other
    def __ror__(self, other): return "__ror__", other
    def __neg__(self): return "__neg__"
    def __pos__(self): return "__pos__"
    def __abs__(self): return "__abs__"
    def __invert__(self): return "__invert__"


class InPlace(Full):
    def __iadd__(self, other): return "__iadd__", other
    def __isub__(self, other): return "__isub__", other
    def __imul__(self, other): return "__imul__", other
    def __imatmul__(self, other): return "__imatmul__", other
    def __itruediv__(self, other): return "__itruediv__", other
    def __ifloordiv__(self, other): return "__ifloordiv__", other
    def __imod__(self, other): return "__imod__", other
    def __ipow__(self, other): return "__ipow__", other
    def __ilshift__(self, other): return "__ilshift__", other
    def __irshift__(self, other): return "__irshift__", other
    def __iand__(self, other): return "__iand__", other
    def __ixor__(self, other): return "__ixor__", other
    def __ior__(self, other): return "__ior__", other


for name in BINARY:
    sign = SIGNS[name]
    names = {"x": Full(), "y": InPlace()}
    print(sign, eval(f"x {sign} 5", names), eval(f"5 {sign} x", names))
    exec(f"x {sign}= 7\ny {sign}= 7", names)
    print(f"{sign}=", names["x"], names["y"])
print(divmod(Full(), 2), divmod(2, Full()))
print(pow(Full(), 2), pow(Full(), 2, 3))
try:
    print(pow(2, Full(), 3))
except TypeError as error:
    print(error)
print(-Full(), +Full(), abs(Full()), ~Full())
print(operator.matmul(Full(), 1), operator.imatmul(InPlace(), 1))
