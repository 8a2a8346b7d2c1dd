# Many small objects that live for a short time, and some that live long.


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def tree(depth):
    if depth == 0:
        return Node(None, None)
    return Node(tree(depth - 1), tree(depth - 1))


MOST = 13
long_lived = tree(MOST)
for depth in range(4, MOST + 1, 4):
    times = 1 << (MOST - depth + 2)
    print(depth, times, sum(tree(depth).count() for _ in range(times)))
print(long_lived.count())
