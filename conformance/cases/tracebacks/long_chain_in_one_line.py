# covers: Invoking Descriptors
# Each frame marks its own part of the line.
class Node:
    def __init__(self, value):
        self.value = value
    def next(self, n=0):
        return self.value and Node(self.value - 1)
    def __index__(self):
        raise IndexError("no index")


print([1, 2, 3][Node(1)] if False else Node(3).next().next().value)
x = Node(2).next().next().next(1).next().value; y = 2
