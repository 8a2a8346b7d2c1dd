# A class with operators, written in Python: reflected, in place, comparison, hash.


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        self.z += other.z
        return self

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y and self.z == other.z

    def __hash__(self):
        return hash((self.x, self.y, self.z))

    def __abs__(self):
        return (self @ self) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y or self.z)

    def __repr__(self):
        return f"Vector({self.x}, {self.y}, {self.z})"


def walk(steps):
    position = Vector(0, 0, 0)
    direction = Vector(1, 2, 3)
    gravity = Vector(0, -1, 0)
    seen = set()
    for i in range(steps):
        position += 2 * direction - gravity * (i % 3)
        direction = -direction + Vector(i % 5, i % 7, i % 11)
        if position:
            seen.add(Vector(position.x % 10, position.y % 10, position.z % 10))
        if abs(position) > 1000:
            position = Vector(0, 0, 0)
    return position, direction, len(seen)


print(walk(40000))
