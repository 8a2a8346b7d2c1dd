# covers: Emulating callable objects
# Star and double star at the call site: order, duplicates, mappings, errors.
def show(*args, **kwargs):
    return args, kwargs


print(show(*[1, 2], 3, *"ab", x=1, **{"y": 2}, z=3, **{}))
print(show(*(), **{}), show(*range(3)), show(*{"k": 1}))


class Mapping:
    def keys(self): return ["p", "q"]
    def __getitem__(self, key): return key * 2


print(show(**Mapping()))


def attempt(f):
    try:
        print(f())
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)


attempt(lambda: show(*5))
attempt(lambda: show(**5))
attempt(lambda: show(**{1: 2}))
attempt(lambda: show(x=1, **{"x": 2}))
attempt(lambda: show(**{"x": 1}, **{"x": 2}))
attempt(lambda: show(*None))
attempt(lambda: show(1, *None))
attempt(lambda: show(a=1, **None))
attempt(lambda: len(*5))
attempt(lambda: int(5)(*[]))
attempt(lambda: str("x")())
attempt(lambda: list()(1))


class BadMap:
    def keys(self): return ["a"]
    def __getitem__(self, key): raise KeyError(key)


attempt(lambda: show(**BadMap()))


def order(tag):
    print(tag, end=" ")
    return tag


print(show(order(1), *[order(2)], x=order(3), *[order(4)], **{"y": order(5)}))
args = [1]
kwargs = {"k": 1}


def mutate(*a, **k):
    k["new"] = 1
    return a, k


print(mutate(*args, **kwargs), args, kwargs)
t = (1, 2)
print((lambda *a: a)(*t) is t, {**{"a": 1}, "a": 2}, [*t, *t], {*t, 3}, (*t,))
attempt(lambda: {**5})
attempt(lambda: [*5])
attempt(lambda: {*5})
attempt(lambda: {**[("a", 1)]})
