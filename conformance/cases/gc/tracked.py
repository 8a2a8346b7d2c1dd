# covers: Objects, values and types
# What the collector looks at: containers and instances, tuples until it has seen what they hold.
import gc


class Plain:
    pass


class Slots:
    __slots__ = ("a",)


def made():
    return 1


gc.disable()
values = [1, 1.5, "a", b"a", None, True, (), [], [1], {}, {1: 2}, {"a": []}, set(), frozenset(), Plain(), Slots(),
          Plain, int, type, object(), len, made, range(3), slice(1), iter([]), Exception(), property(), {}.keys(),
          bytearray(), 1j, ..., enumerate([]), [].append, object, memoryview(b"")]
print([(type(value).__name__, gc.is_tracked(value)) for value in values])
flat, nested, held = tuple([1, 2]), tuple([1, tuple([2, "a"])]), tuple([1, []])
empty = tuple([1, {}])
print(gc.is_tracked(flat), gc.is_tracked(nested), gc.is_tracked(held))
gc.collect()
gc.collect()
print(gc.is_tracked(flat), gc.is_tracked(nested), gc.is_tracked(held), gc.is_tracked(empty))
table = {"a": 1}
print(gc.is_tracked(table))
table["b"] = flat
print(gc.is_tracked(table))
table["c"] = []
print(gc.is_tracked(table))
instance = Plain()
instance.a, instance.b = [1], 5
print(gc.get_referents(instance), gc.get_referents([1, "a"]), gc.get_referents(7))
for wrong in (3, -1, "a", None):
    try:
        gc.collect(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
