# covers: The standard type hierarchy; function.__name__; function.__globals__; method.__self__
# The module types: names for the kinds of objects, and those that can be made.
import types
print(types.FunctionType is types.LambdaType, types.MethodType, types.BuiltinFunctionType, types.ModuleType, types.GeneratorType, types.CodeType, types.NoneType, types.EllipsisType, types.NotImplementedType, types.MappingProxyType, types.SimpleNamespace, types.CellType, types.TracebackType, types.FrameType, types.GenericAlias, types.UnionType, types.WrapperDescriptorType, types.MethodDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType, types.GetSetDescriptorType, types.MemberDescriptorType)
n = types.SimpleNamespace(a=1, b="x")
n.c = n
print(n.a, n == types.SimpleNamespace(a=1), types.SimpleNamespace(b=1, a=2), types.SimpleNamespace({"k": 1}, z=2), repr(n), vars(types.SimpleNamespace(q=1)))
m = types.MethodType(lambda self, x: (self, x), "bound")
print(m(1), m.__self__, types.MethodType(len, [1, 2])())
p = types.MappingProxyType({"k": 1})
print(p, p["k"], list(p), len(p), p.get("z", 0), "k" in p, p | {"a": 2}, p == {"k": 1}, p.copy(), repr(p), list(reversed(p)), hash(types.MappingProxyType(frozenset()))  if False else "")
for f in (lambda: p.__setitem__("a", 1), lambda: types.MappingProxyType(5), lambda: types.MappingProxyType([1]), lambda: p["z"], lambda: hash(p), lambda: types.MethodType(5, 1), lambda: types.MethodType(len), lambda: types.MethodType(len, None), lambda: types.ModuleType(), lambda: types.ModuleType(5), lambda: types.SimpleNamespace(1), lambda: types.SimpleNamespace({1: 2}), lambda: types.NoneType(1), lambda: types.GeneratorType(), lambda: types.BuiltinFunctionType(), lambda: types.CodeType(), lambda: types.FrameType(), lambda: types.TracebackType(), lambda: types.new_class("X", (), {"bad": 1}), lambda: types.new_class("X", (int,), {}, lambda ns: ns.update(a=1)).a, lambda: types.UnionType(), lambda: types.GenericAlias(), lambda: types.GenericAlias(list, int), lambda: n.nope, lambda: n < n, lambda: types.prepare_class("X")[0], lambda: types.WrapperDescriptorType(), lambda: del_attr(n)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
mod = types.ModuleType("made", "its doc")
mod.x = 1
print(mod, mod.__name__, mod.__doc__, mod.x, sorted(vars(mod)))
try:
    mod.nope
except AttributeError as e:
    print(e)
for value in (len, [].append, int.__add__, (5).__add__, str.join, dict.__dict__["fromkeys"], type.__dict__["__mro__"], types.FunctionType.__dict__["__globals__"], int.__dict__["real"], n.__init__, print.__call__, object.__init__):
    print(type(value).__name__, getattr(value, "__name__", None), getattr(value, "__qualname__", None), getattr(getattr(value, "__objclass__", None), "__name__", None))
class C:
    @types.DynamicClassAttribute
    def d(self): return "dynamic"
print(C().d)
