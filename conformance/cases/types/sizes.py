# covers: __slots__; The standard type hierarchy
# Sizes by class and length, as CPython counts them.
import sys
class N: pass
S = type("S", (), {"__slots__": ("a", "b")})
for t in (object, int, bool, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, property, BaseException, OSError, memoryview, enumerate, N, S, type("S2", (S,), {"__slots__": "c"})):
    print(t.__name__, t.__basicsize__, t.__itemsize__)
for base in (int, str, tuple, list, dict, set, bytes, float):
    cls = type("Sub", (base,), {})
    print(base.__name__, cls.__basicsize__, cls.__itemsize__, cls().__sizeof__(), sys.getsizeof(cls()))
for n in (0, 1, -1, 2**30 - 1, 2**30, -2**30, 2**60, 2**300, True):
    print(n.__sizeof__(), type("I", (int,), {})(n).__sizeof__(), end="; ")
print()
for v in (1.5, 1j, "", "a", "a" * 100, "\u20ac" * 3, "\U0001f600" * 3, b"", b"abc", bytearray(), bytearray(b"abc"), [], [1], (), (1, 2, 3), {}, set(), set(range(4)), set(range(100)), frozenset(), frozenset("ab"), range(3), slice(1), None, ..., N(), S(), object(), iter([]), Exception(), dict.fromkeys(range(5)), dict.fromkeys("abcde"), dict.fromkeys(range(6)), dict.fromkeys("abcdef"), dict.fromkeys(range(1000))):
    print(type(v).__name__, v.__sizeof__(), sys.getsizeof(v), end="; ")
print()
print(tuple(range(9)).__sizeof__() - ().__sizeof__(), object.__sizeof__((1, 2)), object.__sizeof__(b"ab"))
