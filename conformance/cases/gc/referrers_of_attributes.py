# covers: Customizing attribute access
# An instance refers to its attributes, however many it has and whatever they are.
import gc


class Node:
    def __init__(self, *children):
        self.children = list(children)


def holders(value):
    return [type(holder).__name__ for holder in gc.get_referrers(value) if type(holder).__module__ == "__main__"]


node = Node(1)
print(holders(node.children))
node.self = node
print(holders(node.children), holders(node).count("Node"))
node.other = [3]
print(holders(node.children), holders(node.other))
many = Node()
for number in range(3):
    setattr(many, f"a{number}", [number])
print([holders(getattr(many, f"a{number}")) for number in range(3)])
