"""Topological order: what depends on something comes after it."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]

_OUT, _DONE = -1, -2


class _Node:
    """A node, how many predecessors it still waits for, and who waits for it."""

    __slots__ = "node", "waits", "successors"

    def __init__(self, node):
        self.node = node
        self.waits = 0
        self.successors = []


class CycleError(ValueError):
    """The graph has a cycle; the second argument lists its nodes, the first one again at the end."""


class TopologicalSorter:
    """Hands out the nodes of a graph as their predecessors are done."""

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._handed_out = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _of(self, node):
        found = self._nodes.get(node)
        if found is None:
            found = self._nodes[node] = _Node(node)
        return found

    def add(self, node, *predecessors):
        """Adds a node and nodes that come before it; may be called again for more of them."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        entry = self._of(node)
        entry.waits += len(predecessors)
        for predecessor in predecessors:
            self._of(predecessor).successors.append(node)

    def prepare(self):
        """Ends the adding and looks for cycles. `CycleError` if there is one."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [entry.node for entry in self._nodes.values() if entry.waits == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """The nodes that became ready since the last call, as a tuple."""
        self._check_prepared()
        ready = tuple(self._ready)
        for node in ready:
            self._nodes[node].waits = _OUT
        self._ready.clear()
        self._handed_out += len(ready)
        return ready

    def is_active(self):
        """Whether more nodes can be handed out or are still to be marked done."""
        self._check_prepared()
        return self._finished < self._handed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Marks nodes as done that were handed out, which may make others ready."""
        self._check_prepared()
        for node in nodes:
            entry = self._nodes.get(node)
            if entry is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if entry.waits >= 0:
                raise ValueError(
                    f"node {node!r} was not passed out (still not ready)")
            if entry.waits == _DONE:
                raise ValueError(f"node {node!r} was already marked done")
            entry.waits = _DONE
            for successor in entry.successors:
                waiting = self._nodes[successor]
                waiting.waits -= 1
                if waiting.waits == 0:
                    self._ready.append(successor)
            self._finished += 1

    def static_order(self):
        """Goes through all nodes in order."""
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def _find_cycle(self):
        """A depth-first search with a stack of its own."""
        finished = set()
        for start in self._nodes:
            if start in finished:
                continue
            path, place, iterators = [start], {start: 0}, [iter(self._nodes[start].successors)]
            while path:
                for node in iterators[-1]:
                    if node in place:
                        return path[place[node]:] + [node]
                    if node not in finished:
                        place[node] = len(path)
                        path.append(node)
                        iterators.append(iter(self._nodes[node].successors))
                        break
                else:
                    iterators.pop()
                    last = path.pop()
                    del place[last]
                    finished.add(last)
        return None

    __class_getitem__ = classmethod(GenericAlias)
