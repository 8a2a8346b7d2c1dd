# The matrix: one program for CPython and for objmodel. `GROUPS` says what is asked; each line that is
# printed is one row: what was done, a tab, what came of it.
import builtins
import collections
import functools
import itertools
import math
import operator
import sys
import types
import weakref


def scrub(text):
    """Addresses tell nothing."""
    parts = text.split("0x")
    out = [parts[0]]
    for part in parts[1:]:
        end = 0
        while end < len(part) and part[end] in "0123456789abcdef":
            end += 1
        address = end > 5 or out[-1].endswith(" at ")
        out.append("0x" + ("?" if address else part[:end]) + part[end:])
    return "".join(out)


def shown(value, depth=2):
    """Class and content, in an order that does not hang on addresses or hash seeds."""
    kind = type(value)
    try:
        if kind in (set, frozenset, Set, Frozen) and depth:
            return f"{kind.__name__}{sorted(shown(item, depth - 1) for item in value)}"
        if isinstance(value, BaseException):
            return f"{kind.__name__}{value.args!r}"
        text = repr(value)
    except BaseException as error:
        text = f"<{type(error).__name__} in repr: {error}>"
    if len(text) > 300:
        text = text[:300] + f"..({len(text)})"
    return f"{kind.__name__} {text}"


def outcome(call, receiver=None, args=()):
    try:
        value = call()
    except BaseException as error:
        extra = ""
        # Whether an instance of a plain class tells the name of what it lacks hangs on where CPython keeps its
        # attributes at the moment.
        managed = type(receiver).__flags__ & 16 or args == "unnamed"
        if isinstance(error, (AttributeError, NameError)) and not managed:
            extra = f" name={error.name!r}"
        if error.__cause__ is not None:
            extra += f" cause={type(error.__cause__).__name__}"
        return f"{type(error).__name__}: {error}{extra}"
    same = ""
    if receiver is not None and value is receiver and type(value) not in (int, float):
        same = " (receiver)"
    elif type(value) not in (int, float, bool, str, bytes, tuple):
        for number, arg in enumerate(args):
            if value is arg:
                same = f" (argument {number})"
    if iter_types(value):
        first = []
        try:
            first.extend(itertools.islice(value, 4))
        except BaseException as error:
            first.append(f"{type(error).__name__}: {error}")
        return f"{shown(value)}{same} gives {shown(first)}"
    return shown(value) + same


def iter_types(value):
    name = type(value).__name__
    return name.endswith("iterator") or name in ("map", "filter", "zip", "enumerate", "reversed")


class Index:
    def __init__(self, value=2):
        self.value = value

    def __index__(self):
        return self.value

    def __repr__(self):
        return f"Index({self.value})"


class Floats:
    def __float__(self):
        return 2.5

    def __repr__(self):
        return "Floats()"


class Iterates:
    def __iter__(self):
        return iter((1, 2))

    def __repr__(self):
        return "Iterates()"


class Raises:
    """Every question is answered by an exception."""

    def __repr__(self):
        return "Raises()"


for _name in ("index", "float", "int", "iter", "eq", "lt", "hash", "len", "getitem", "add", "radd",
              "call", "bool", "contains", "str", "format"):
    def _method(self, *args, _name=_name):
        raise ZeroDivisionError(_name)
    setattr(Raises, f"__{_name}__", _method)


def answering(**answers):
    """A class whose special methods give what they should not."""
    namespace = {f"__{name}__": lambda self, *args, _answer=answer: _answer
                 for name, answer in answers.items()}
    namespace["__repr__"] = lambda self: "Answers()"
    return type("Answers", (), namespace)


WrongIndex = answering(index="x", int=1.5, float=1, complex=2, bool=2, len=-1, iter=5, hash="h")
WrongText = answering(str=5, bytes="b", format=5, next=1, length_hint=-1, contains=(), fspath=1)
NotImplements = answering(eq=NotImplemented, lt=NotImplemented, add=NotImplemented,
                          radd=NotImplemented, length_hint=NotImplemented, contains=None)
Agrees = answering(eq=True, lt=True, gt=True, le=True, ge=True, hash=1, add="sum", radd="radd",
                   mul="product", rmul="rmul", index=True, len=2**70, bool=False)


class Keys:
    """A mapping in as much as `dict.update` asks."""

    def keys(self):
        return ["a", "k"]

    def __iter__(self):
        return iter(["a", "k"])

    def __getitem__(self, key):
        return key * 2

    def __repr__(self):
        return "Keys()"


class Endless:
    """An iterator that raises after three items."""

    def __init__(self):
        self.left = 3

    def __iter__(self):
        return Endless()

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise KeyError("end")
        return self.left

    def __repr__(self):
        return "Endless()"


class Int(int):
    pass


class Str(str):
    pass


class List(list):
    pass


class Tuple(tuple):
    pass


class Dict(dict):
    pass


class Set(set):
    pass


class Frozen(frozenset):
    pass


class Bytes(bytes):
    pass


class Array(bytearray):
    pass


class Float(float):
    pass


class Plain:
    def method(self, a=1, *, b=2):
        return a, b

    def __repr__(self):
        return "Plain()"


class Sequence:
    def __getitem__(self, index):
        return (1, 2)[index]


class Slots:
    __slots__ = ("a", "b")

    def __repr__(self):
        return "Slots()"


def function(a, b=2, *args, c=3, **kwargs):
    return a, b, args, c, kwargs


def generator():
    got = yield 1
    yield got


Point = collections.namedtuple("Point", "x y", defaults=[7])


def traceback():
    try:
        1 / 0
    except ZeroDivisionError as error:
        return error.__traceback__


ARGUMENTS = [
    (), (None,), (True,), (0,), (1,), (-1,), (3,), (2**70,), (-2**70,), (sys.maxsize,), (1.5,),
    (-0.0,), (float("nan"),), (float("inf"),), (2j,), ("",), ("a",), ("ab",), ("\ud800",), ("é",),
    (b"",), (b"a",), (b"ab",), (bytearray(b"b"),), ((),), ((1,),), ((1, 2),), (("a", "b"),), ([],),
    ([1, 2],), (["a"],), ({},), ({"a": 1},), (set(),), ({1, 2},), (frozenset([1]),), (range(2),),
    (slice(1),), (slice(None, None, 2),), (slice(0),), (...,), (NotImplemented,), (int,), (list,),
    (type,), (object,), (len,), (Index(),), (Index(-1),), (Floats(),), (Iterates(),), (Raises(),),
    (Int(2),), (Str("a"),), (List([1]),), (Tuple((1,)),), (Dict(a=1),), (Set([1]),),
    (Bytes(b"a"),), (Float(2.5),), (Plain(),), (memoryview(b"ab"),), (ValueError("x"),),
    (1, 2), (0, 1), (1, "a"), ("a", 1), ("a", "b"), ("a", None), (None, None), (b"a", b"b"),
    (b"a", 0), (0, b"a"), ("a", b"b"), ([1], [2]), ((1,), 0), ({}, 1), (1.5, 2), (Index(), 1),
    (Raises(), 1), (1, Raises()), ("utf-8", "strict"), ("ascii", "replace"), (int, object),
    (slice(0, 1), [7]), (1, 2, 3), ("a", "b", "c"), ("a", "b", 1), ("a", 0, 1), (b"a", 0, 2),
    (None, None, None), (0, 1, 2, 3), ("a", "b", "c", "d"), (1, 2, 3, 4, 5),
    (2,), (10,), (255,), (256,), (2**31,), (2**63 - 1,), (-2**63,), (1e300,), (-2.5,), (5e-324,),
    (1e16,), (complex(0.0, -0.0),), ("0",), (" 12 ",), ("1_0",), ("\0",), ("ß",), ("İ",), ("a b",),
    ("%s",), ("{}",), ("\n",), ("x" * 40,), ("\U0001f600",), (b"\xff",), (b" 12 ",), (bytearray(),),
    ((None,),), ((1, "a"),), (((1, 2), (3, 4)),), ([None],), ([[1]],), ([(1, 2), ("a", 3)],), ({1: 2},),
    ({"x": 1, "y": 2},), (range(0),), (range(5, 0, -2),), (slice(1, 2),), (slice(-1, None, -1),),
    (slice("a", 1.5),), (zip,), (ValueError,), (dict,), (str,), (Index(0),), (Index(2**70),),
    (WrongIndex(),), (WrongText(),), (NotImplements(),), (Agrees(),), (Keys(),), (Endless(),),
    (Sequence,), (function,), (2, 3), (3, -1), (-1, -1), (0, 0), (2, "b"), ("utf-16", "ignore"),
    ("nope", "strict"), ("", "x"), (b"", b"x"), ([], []), ((), ()), (0, None), (Index(0), Index(2)),
    ("real", 5), ({}, {}), (int, "5"), (str, 5), (2**70, 1), (1, 2**70), (1.5, 1.5), (True, False),
    (Agrees(), 0), (Endless(), 1), (WrongIndex(), WrongIndex()), (slice(None), [1, 2, 3]),
    (slice(None, None, 2), (7, 8)), (0, 1, None), ("a", 0, -1), ("a", -5, 5), ("a", None, None),
    (2, 5, 7), (Index(1), 2, 3), ("a", "b", -1), (b"a", b"b", 1), ("x", (), {}), ("n", (object,), {"k": 1}),
    (None, ValueError("y"), None), (ValueError, ValueError("z"), None), (1, "a", None), (Agrees(), 1, 2),
]
KEYWORDS = [
    ((), {"key": 1}), ((), {"x": 1}), ((1,), {"x": 1}), (("a",), {"sep": "b"}), ((), {"sep": None}),
    ((), {"maxsplit": 1}), (("a",), {"encoding": "ascii"}), ((), {"errors": "ignore"}),
    ((), {"keepends": True}), ((), {"tabsize": 2}), ((), {"key": None, "reverse": True}),
    ((), {"reverse": 1}), ((), {"base": 2}), ((1,), {"length": 2}), ((), {"default": 1}),
    ((1, 2), {"x": 1}), ((), {"kee": 1}), ((), {"signed": True, "length": 1}),
    ((), {"a": 1, "b": 2}), ((1,), {"start": 0}), (([1, 2],), {"start": 1}), ((), {"iterable": ()}),
    (("a",), {"maxsplit": 0}), (("a b",), {"sep": " "}), ((b"a",), {"sep": b"b"}), ((), {"bytes_per_sep": 2}),
    ((), {"encoding": "utf-8", "errors": "strict"}), (("5",), {"base": 8}), ((1, 2), {"mod": 3}),
    (([3, 1],), {"key": None, "reverse": True}), (([3, 1],), {"default": 5}), (([],), {"default": 5}),
    ((1, 2), {"key": abs}), ((1.5,), {"ndigits": 0}), ((), {"byteorder": "big"}), ((5,), {"byteorder": "little"}),
    ((), {"self": 1}), ((), {"object": b"x"}), ((), {"other": ()}), ((), {"name": "n", "obj": 1}),
    (("a",), {"strict": True}), ((), {"strict": True}), ((1, 2, 3), {"x": 1}), ((), {"values": [1]}),
]

RECEIVERS = {
    "object": [object, Plain, Slots],
    "int": [lambda: 0, lambda: 5, lambda: -7, lambda: 2**70, lambda: Int(3), lambda: 255],
    "bool": [lambda: True, lambda: False],
    "float": [lambda: 2.5, lambda: -0.0, lambda: float("inf"), lambda: Float(1.0),
              lambda: -1e300, lambda: float("nan")],
    "complex": [lambda: 1 + 2j, lambda: complex(0.0, float("nan"))],
    "str": [lambda: "", lambda: "aB c", lambda: "é\ud800x", lambda: Str("ab"), lambda: " 12\t",
            lambda: "a,b,,c"],
    "bytes": [lambda: b"", lambda: b"aB c", lambda: Bytes(b"ab"), lambda: b" 1\xff\t"],
    "bytearray": [lambda: bytearray(), lambda: bytearray(b"aB c"), lambda: Array(b"ab")],
    "list": [lambda: [], lambda: [3, 1, 2], lambda: ["b", "a"], lambda: List([1, 2]),
             lambda: [None, [1], (2,)]],
    "tuple": [lambda: (), lambda: (3, 1, 2), lambda: Tuple((1, 2))],
    "dict": [lambda: {}, lambda: {"a": 1, 2: "b"}, lambda: Dict(a=1), lambda: {(): [], None: ()}],
    "set": [lambda: set(), lambda: {1, 2}, lambda: Set([1, 2])],
    "frozenset": [lambda: frozenset(), lambda: frozenset([1, 2]), lambda: Frozen([1])],
    "range": [lambda: range(0), lambda: range(1, 10, 3)],
    "slice": [lambda: slice(1, 5, 2), lambda: slice(None)],
    "memoryview": [lambda: memoryview(b"abc"), lambda: memoryview(bytearray(b"abcd")),
                   lambda: memoryview(bytearray(b"abcdefgh")).cast("h"), lambda: memoryview(b"abcdef")[::-2]],
    "NoneType": [lambda: None],
    "ellipsis": [lambda: ...],
    "NotImplementedType": [lambda: NotImplemented],
    "type": [lambda: int, lambda: Plain, lambda: type],
    "function": [lambda: function],
    "method": [lambda: Plain().method],
    "builtin": [lambda: len, lambda: [].append],
    "method_descriptor": [lambda: list.append],
    "wrapper_descriptor": [lambda: int.__add__],
    "method-wrapper": [lambda: (1).__add__],
    "getset": [lambda: type.__dict__["__module__"]],
    "member": [lambda: Slots.__dict__["a"]],
    "classmethod_descriptor": [lambda: dict.__dict__["fromkeys"]],
    "property": [property, lambda: property(lambda self: 5)],
    "staticmethod": [lambda: staticmethod(len)],
    "classmethod": [lambda: classmethod(len)],
    "super": [lambda: super(Plain, Plain())],
    "module": [lambda: types.ModuleType("m")],
    "cell": [lambda: types.CellType(1), types.CellType],
    "mappingproxy": [lambda: types.MappingProxyType({"a": 1})],
    "namespace": [lambda: types.SimpleNamespace(a=1)],
    "alias": [lambda: list[int], lambda: dict[str, int]],
    "union": [lambda: int | str],
    "generator": [generator],
    "list_iterator": [lambda: iter([1, 2])],
    "tuple_iterator": [lambda: iter((1, 2))],
    "str_iterator": [lambda: iter("ab"), lambda: iter("é")],
    "dict_keys": [lambda: {"a": 1}.keys()],
    "dict_values": [lambda: {"a": 1}.values()],
    "dict_items": [lambda: {"a": 1}.items()],
    "dict_keyiterator": [lambda: iter({"a": 1})],
    "set_iterator": [lambda: iter({1})],
    "range_iterator": [lambda: iter(range(3))],
    "bytes_iterator": [lambda: iter(b"ab")],
    "callable_iterator": [lambda: iter(int, 5)],
    "iterator": [lambda: iter(Sequence())],
    "enumerate": [lambda: enumerate("ab")],
    "zip": [lambda: zip("ab", "cd")],
    "map": [lambda: map(str, [1, 2])],
    "filter": [lambda: filter(None, [0, 1])],
    "BaseException": [lambda: BaseException(1), lambda: ValueError("a"), lambda: KeyError("k")],
    "OSError": [lambda: OSError(2, "no"), lambda: FileNotFoundError(2, "no", "f")],
    "exceptions": [lambda: StopIteration(1), lambda: SystemExit(2), lambda: ImportError("m", name="n"),
                   lambda: NameError("n", name="x"), lambda: AttributeError("a", name="b", obj=1)],
    "UnicodeError": [lambda: UnicodeDecodeError("a", b"b", 0, 1, "r"),
                     lambda: UnicodeEncodeError("a", "b", 0, 1, "r")],
    "ExceptionGroup": [lambda: ExceptionGroup("g", [ValueError(1), TypeError(2)])],
    "deque": [lambda: collections.deque([1, 2, 3]), lambda: collections.deque([1], 2)],
    "OrderedDict": [lambda: collections.OrderedDict(a=1, b=2)],
    "defaultdict": [lambda: collections.defaultdict(int, a=1)],
    "partial": [lambda: functools.partial(function, 1, c=5)],
    "itemgetter": [lambda: operator.itemgetter(0), lambda: operator.attrgetter("real")],
    "ref": [lambda: weakref.ref(Plain)],
    "count": [lambda: itertools.count(2), lambda: itertools.repeat(1, 3)],
    "reversed": [lambda: reversed([1, 2]), lambda: reversed({"a": 1}), lambda: reversed(range(3))],
    "itertools": [lambda: itertools.cycle([1]), lambda: itertools.accumulate([1, 2]),
                  lambda: itertools.product([1], [2]), lambda: itertools.permutations([1, 2]),
                  lambda: itertools.combinations([1, 2], 1), lambda: itertools.groupby([1, 1]),
                  lambda: itertools.zip_longest([1], []), lambda: itertools.starmap(max, [(1, 2)]),
                  lambda: itertools.takewhile(bool, [1]), lambda: itertools.compress([1], [1]),
                  lambda: itertools.pairwise([1, 2]), lambda: itertools.batched([1, 2, 3], 2)],
    "Counter": [lambda: collections.Counter("aab"), lambda: collections.Counter()],
    "ChainMap": [lambda: collections.ChainMap({"a": 1}, {"b": 2})],
    "UserDict": [lambda: collections.UserDict(a=1)],
    "namedtuple": [lambda: Point(1, 2)],
    "dictiterators": [lambda: iter({"a": 1}.values()), lambda: iter({"a": 1}.items())],
    "odict": [lambda: collections.OrderedDict(a=1).keys(), lambda: collections.OrderedDict(a=1).items(),
              lambda: iter(collections.OrderedDict(a=1))],
    "lru": [lambda: functools.lru_cache(function), lambda: functools.cmp_to_key(max)],
    "getters": [lambda: operator.methodcaller("upper"), lambda: operator.itemgetter(0, 1)],
    "traceback": [traceback],
    "descriptors": [lambda: functools.cached_property(len), lambda: functools.partialmethod(len),
                    lambda: functools.singledispatchmethod(function)],
    "chain": [lambda: itertools.chain([1], [2]), lambda: itertools.islice([1, 2, 3], 2)],
    "code": [lambda: function.__code__],
}
SKIPPED = {
    "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__", "__sizeof__", "__dir__",
    "__init_subclass__", "__subclasshook__", "__class__", "__doc__", "__getnewargs__", "__copy__",
    "__deepcopy__", "__hash__", "__text_signature__", "__basicsize__", "__itemsize__", "__flags__",
    "__subclasses__", "__weakrefoffset__", "__dictoffset__", "__dict__", "__builtins__",
    "__globals__", "_co_code_adaptive", "_varname_from_oparg", "co_code", "co_linetable",
    "co_exceptiontable", "co_lnotab", "co_lines", "co_positions", "co_stacksize", "replace",
    "__replace__", "__vectorcalloffset__",
}
# What would grow without end.
GROWING = {"__pow__", "__rpow__", "__lshift__", "__rlshift__", "__mul__", "__rmul__", "__imul__",
           "__ipow__", "ljust", "rjust", "center", "zfill", "expandtabs", "to_bytes", "__new__",
           "__init__", "__call__", "__round__", "extend", "__iadd__", "__extend__"}


def row(key, text):
    print(scrub(f"{key}\t{text}").encode("utf-8", "backslashreplace").decode().replace("\n", "\\n"))


def fits(name, args):
    if name not in GROWING:
        return True
    return not any(isinstance(arg, int) and not -1000 < arg < 1000 for arg in args)


def methods(group):
    for number, make in enumerate(RECEIVERS[group]):
        for name in sorted(set(dir(type(make())))):
            if name in SKIPPED or name.startswith("_c") or group == "type" and name == "mro":
                continue
            call_all(f"{group}#{number}.{name}", make, name)


def call_all(key, make, name):
    receiver = make()
    if name in ("__rpow__", "__rlshift__") and isinstance(receiver, int) and receiver > 1000:
        return
    try:
        callee = getattr(receiver, name)
    except BaseException:
        callee = None
    row(f"{key}", outcome(lambda: getattr(receiver, name)) if not callable(callee) else "callable")
    if not callable(callee):
        return
    for index, args in enumerate(ARGUMENTS):
        if not fits(name, args):
            continue
        receiver = make()
        text = outcome(lambda: getattr(receiver, name)(*args), receiver, args)
        row(f"{key}({index})", f"{text} -> {shown(receiver)}")
    for index, (args, keywords) in enumerate(KEYWORDS):
        if not fits(name, args):
            continue
        receiver = make()
        row(f"{key}(k{index})", outcome(lambda: getattr(receiver, name)(*args, **keywords), receiver))
    kind = type(make())
    row(f"{key}(unbound)", outcome(lambda: getattr(kind, name)()))
    row(f"{key}(foreign)", outcome(lambda: getattr(kind, name)(Plain(), 1)))


def constructors(group):
    kinds = []
    for make in RECEIVERS[group]:
        kind = type(make())
        if kind not in kinds and kind is not type:
            kinds.append(kind)
    for number, kind in enumerate(kinds):
        for index, args in enumerate(ARGUMENTS):
            if fits("__new__", args):
                row(f"{group}:{number}({index})", outcome(lambda: kind(*args), None, args))
        for index, (args, keywords) in enumerate(KEYWORDS):
            if fits("__new__", args):
                row(f"{group}:{number}(k{index})", outcome(lambda: kind(*args, **keywords)))


def attributes(group):
    for number, make in enumerate(RECEIVERS[group]):
        for name in sorted(set(dir(type(make())) + ["zzz"])):
            if name in SKIPPED or name.startswith("_c"):
                continue
            key = f"{group}#{number}"
            if isinstance(make(), type) or make() is function:
                continue
            for index, value in enumerate((None, 1, "a", (), {}, int)):
                receiver = make()
                row(f"{key}.{name}={index}", outcome(lambda: setattr(receiver, name, value)))
            receiver = make()
            row(f"del {key}.{name}", outcome(lambda: delattr(receiver, name), receiver))


OPERATORS = [
    operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod,
    divmod, operator.and_, operator.or_, operator.xor, operator.matmul, operator.lt, operator.le,
    operator.eq, operator.ne, operator.gt, operator.ge, operator.contains, operator.getitem,
    operator.concat, operator.iadd, operator.isub, operator.imul, operator.iand, operator.ior,
    operator.ixor, operator.delitem, isinstance, issubclass, operator.is_, operator.lshift,
    operator.rshift, pow, operator.ipow, operator.indexOf, operator.countOf, getattr, hasattr, format,
]
HEAVY = {operator.mul, operator.imul, operator.lshift, operator.rshift, pow, operator.ipow}
UNARY = [
    operator.neg, operator.pos, operator.invert, operator.abs, operator.not_, operator.truth,
    operator.index, bool, int, float, complex, str, repr, ascii, bytes, bytearray, list, tuple, len,
    iter, next, reversed, sorted, sum, min, max, any, all, enumerate, callable, dict, bin, hex, oct,
    chr, ord, round, type, operator.length_hint, math.floor, math.ceil, math.trunc, math.sqrt,
    slice, range, frozenset, set, memoryview, format, vars, dir, hash, id, zip, super, property,
    staticmethod, classmethod, aiter, anext,
]


def values():
    kinds = [args[0] for args in ARGUMENTS if len(args) == 1]
    return kinds + [5, -7, 1e300, "aB c", b"xyz", [3, 1, 2], (3, 1, 2), {2: 3}, {1}, True]


def operators(part):
    for index, op in enumerate(OPERATORS):
        if index % 8 != part:
            continue
        count = len(values())
        for i in range(count):
            for j in range(count):
                left, right = values_again(i), values_again(j)
                if op in HEAVY and any(isinstance(v, int) and abs(v) > 1000 for v in (left, right)):
                    continue
                key = f"{op.__name__} {i} {j}"
                row(key, f"{outcome(lambda: op(left, right), left, (left, right))} -> {shown(left)}")


def values_again(index):
    """A fresh one of what can change."""
    value = VALUES[index]
    if isinstance(value, (list, dict, set, bytearray)):
        return type(value)(value)
    return value


VALUES = values()


def unaries():
    for op in UNARY:
        if op in (id, dir, hash):
            continue
        for index in range(len(VALUES)):
            value = values_again(index)
            if op in (bytes, bytearray) and isinstance(value, int) and value > 1000:
                continue
            if op is range and isinstance(value, int):
                continue
            row(f"{op.__name__} {index}", outcome(lambda: op(value), value))


def functions(module):
    for name in sorted(vars(module)):
        callee = vars(module)[name]
        if name.startswith("_") or not callable(callee) or name in (
                "print", "input", "open", "breakpoint", "exit", "quit", "help", "copyright", "credits",
                "license", "eval", "exec", "compile", "globals", "locals", "vars", "dir", "id", "hash",
                "type", "aiter", "anext", "pow", "factorial", "comb", "perm", "object", "tee",
                "prod", "update_wrapper", "wraps", "count", "cycle", "repeat", "lcm", "gcd",
                "RLock", "get_cache_token", "CapsuleType"):
            continue
        if isinstance(callee, type) and issubclass(callee, BaseException) and module is builtins:
            arguments = ARGUMENTS[:20] + ARGUMENTS[62:]
        else:
            arguments = ARGUMENTS
        for index, args in enumerate(arguments):
            if not fits("__new__", args):
                continue
            row(f"{module.__name__}.{name}({index})", outcome(lambda: callee(*args), None, args))
        for index, (args, keywords) in enumerate(KEYWORDS):
            row(f"{module.__name__}.{name}(k{index})", outcome(lambda: callee(*args, **keywords)))


SPECS = ["3d", "-5", "e", ".0f", ".0e", ".0g", "#o", "#b", "08.3f", ">+8", "x<8", "^9d", "=+6", "n", "_d", "_.2f",
         "020,", ",.1%", "+.3e", "z", "z.0f", "F", "#.0f", "5%", "c", "#X", "_o", "_X", "_c", ",n", ".5s", "=5s",
         "05s", "s<5", " d", "1000", ".100f", "}", "!r", ">1.", "0", "00", "<05", "\0>4", "5.2", "+s", ".3d", ""] + ["", "d", "5", "<5", ">5", "^5", "=5", "05", "+", "-", " ", "x", "#x", "b", "o", "X", "c", "e",
         ".2e", "f", ".3f", "g", ".1g", "%", ".1%", "n", "s", ".2s", ",", "_", ",.2f", "_x", "*^9",
         "+010.3f", "z.1f", "10.4", "zz", "<<5", "5c", ".-1", "#.3g", "é>4", "{", ",d", "_b", "E", "G"]


def formats():
    for index in range(len(VALUES)):
        for spec in SPECS:
            row(f"format {index} {spec}", outcome(lambda: format(values_again(index), spec)))
            percent = "%" + spec.lstrip("<>^=_,*zé")[:6]
            row(f"percent {index} {spec}", outcome(lambda: (percent or "%s") % (values_again(index),)))


def classes():
    """All classes that a program can reach without making one."""
    found = {}
    for module in (builtins, types, collections, functools, itertools, operator, weakref):
        for name in vars(module):
            value = vars(module)[name]
            if isinstance(value, type) and not name.startswith("_"):
                found[f"{value.__module__}.{value.__qualname__}"] = value
    for makers in RECEIVERS.values():
        for make in makers:
            value = type(make())
            if value.__module__ != "__main__":
                found[f"{value.__module__}.{value.__qualname__}"] = value
    return found


def inventory():
    """What the classes show of themselves."""
    found = classes()
    for title in sorted(found):
        kind = found[title]
        namespace = vars(kind)
        hidden = ("__reduce__", "__reduce_ex__", "__getstate__", "__setstate__", "__static_attributes__",
                  "__firstlineno__", "__doc__", "__module__", "__annotations__", "__weakref__", "__dict__",
                  "__vectorcalloffset__", "__slots__")
        flags = (1 << 2, 1 << 3, 1 << 4, 1 << 11, 1 << 17, 1 << 20, 1 << 5, 1 << 6, 1 << 7, 1 << 8, 1 << 9, 1 << 10, 1 << 14, 1 << 22, 1 << 24, 1 << 25,
                 1 << 26, 1 << 27, 1 << 28, 1 << 29, 1 << 30, 1 << 31)
        row(f"{title} bases", [base.__name__ for base in kind.__mro__])
        row(f"{title} doc", isinstance(kind.__doc__, str))
        row(f"{title} signature", kind.__text_signature__)
        row(f"{title} sizes", [kind.__dictoffset__ != 0, kind.__weakrefoffset__ != 0, kind.__itemsize__])
        for bit in flags:
            row(f"{title} flag {bit}", bool(kind.__flags__ & bit))
        row(f"{title} count", len([name for name in namespace if name not in hidden]))
        for name in sorted(namespace):
            if name in hidden or name.startswith("_") and not name.endswith("__"):
                continue
            value = namespace[name]
            told = [type(value).__name__]
            for attribute in ("__name__", "__qualname__", "__module__", "__text_signature__"):
                told.append(getattr(value, attribute, "-"))
            owner = getattr(value, "__objclass__", None)
            told.append(owner.__name__ if owner else None)
            row(f"{title}.{name}", told)


def main():
    for group in GROUPS:
        if group == "inventory":
            inventory()
        elif group.startswith("operators"):
            operators(int(group[9:]))
        elif group == "unary":
            unaries()
        elif group == "formats":
            formats()
        elif group.startswith("module "):
            functions({"builtins": builtins, "math": math, "operator": operator, "collections": collections,
                       "weakref": weakref, "types": types,
                       "itertools": itertools, "functools": functools}[group[7:]])
        else:
            constructors(group)
            methods(group)
            attributes(group)


main()
