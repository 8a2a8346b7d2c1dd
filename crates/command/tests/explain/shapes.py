"""A diamond of classes, and a tree whose leaf is also in a cache."""


class Shape:
    def area(self):
        return 0

    def name(self):
        return "shape"


class Drawable:
    color = "black"

    def draw(self):
        return self.name()


class Left(Shape):
    def area(self):
        return 1


class Right(Shape, Drawable):
    def area(self):
        return 2

    def draw(self):
        return "right"


class Both(Left, Right):
    __slots__ = ("tags",)

    def name(self):
        return "both"


class Node:
    def __init__(self, *children):
        self.children = list(children)


leaf = Node()
tree = Node(Node(leaf), Node())
tree.self = tree
cache = {"leaf": leaf}
print("printed, not drawn")
