# Pipelines of generators, with send and yield from.


def numbers(n):
    for i in range(n):
        yield i


def squares(source):
    for i in source:
        yield i * i


def without_multiples(source, of):
    for i in source:
        if i % of:
            yield i


def pairs(source):
    iterator = iter(source)
    for first in iterator:
        yield first, next(iterator, 0)


def chained(*sources):
    for source in sources:
        yield from source


def averager():
    total = count = 0
    average = 0
    while True:
        value = yield average
        total += value
        count += 1
        average = total // count


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(sum(a - b for a, b in pairs(without_multiples(squares(numbers(200000)), 3))))
average = averager()
next(average)
for i in chained(range(80000), numbers(80000)):
    last = average.send(i)
print(last)
print(sum(tree(14)))
